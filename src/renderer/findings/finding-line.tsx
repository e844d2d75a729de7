import { WithNumbers } from "../parts/numbers.tsx";
import { SeverityIcon } from "../parts/severity.tsx";
import type { Notice } from "../view/notices.ts";

interface FindingLineProps {
  readonly id: string;
  readonly notice: Notice;
  readonly current: boolean;
  /** `takeFocus` is true when the keyboard shall go along. */
  readonly onGo: (takeFocus: boolean) => void;
}

/** One finding: how grave, where, both numbers, and what can be done. */
export function FindingLine({ id, notice, current, onGo }: FindingLineProps) {
  const { finding, severity, place, text, target, origin } = notice;
  const numbers = [finding?.actual, finding?.expected].filter((number) => number !== undefined);
  return (
    <li id={id} role="option" aria-selected={current} className={current ? "current" : ""} onClick={() => onGo(false)}>
      <SeverityIcon level={severity} />
      <span className="place cut" title={place}>
        {place || (origin === "import" ? "读入" : "全文")}
      </span>
      <span className="sentence cut" title={text}>
        <WithNumbers text={text} numbers={numbers} />
      </span>
      <span className="actions">
        {target && (
          <button
            type="button"
            tabIndex={-1}
            className={current ? "button small" : "link"}
            onClick={(event) => {
              event.stopPropagation();
              onGo(true);
            }}
          >
            跳转
          </button>
        )}
        {origin === "import" && <span className="tag">读入时</span>}
      </span>
    </li>
  );
}
