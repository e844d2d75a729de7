import type { Explanation } from "../../core/checks/explain.ts";
import type { Mend } from "../../core/checks/finding.ts";
import { answerKind } from "../../core/checks/reasons.ts";
import { WithNumbers } from "../parts/numbers.tsx";
import { SeverityIcon } from "../parts/severity.tsx";
import type { Notice } from "../view/notices.ts";
import { Answer } from "./answer.tsx";
import { FindingExplanation } from "./finding-explanation.tsx";

interface FindingLineProps {
  readonly id: string;
  readonly notice: Notice;
  readonly current: boolean;
  readonly mend: Mend | null;
  /** What it means, where the clerk has asked. */
  readonly explanation: Explanation | null;
  /** False while a file is only looked at: nothing of it can be changed or answered. */
  readonly canChange: boolean;
  /** `takeFocus` is true when the keyboard shall go along. */
  readonly onGo: (takeFocus: boolean) => void;
  readonly onMend: () => void;
  readonly onReason: () => void;
  readonly onTakeBack: () => void;
  readonly onExplain: () => void;
}

/** One finding: how grave, where, both numbers, and what can be done. */
export function FindingLine(props: FindingLineProps) {
  const { id, notice, current, explanation, onGo } = props;
  const { severity, place, text, numbers, origin, reason } = notice;
  const classes = ["finding", current ? "current" : "", reason ? "answered" : ""].filter((name) => name !== "");
  return (
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-selected={current}
      className={classes.join(" ")}
      onClick={() => onGo(false)}
    >
      <span role="gridcell" className="sign">
        <SeverityIcon level={severity} />
      </span>
      <span role="gridcell" className="place cut" title={place}>
        {place || (origin === "import" ? "读入" : "全文")}
      </span>
      <span role="gridcell" className="sentence">
        <WithNumbers text={text} numbers={numbers} />
        {reason && <Answer reason={reason} />}
      </span>
      <span role="gridcell" className="actions">
        <Actions {...props} />
        {origin === "import" && <span className="tag">读入时</span>}
      </span>
      {explanation && <FindingExplanation explanation={explanation} />}
    </div>
  );
}

/** Jump first, then the certain mend, then the reason; what it means can be asked of the current one. */
function Actions(props: FindingLineProps) {
  const { notice, current, mend, explanation, canChange, onGo, onMend, onReason, onTakeBack, onExplain } = props;
  const { target, finding, reason } = notice;
  const kind = finding && canChange && !reason ? answerKind(finding) : null;
  return (
    <>
      {target && (
        <Action current={current} onClick={() => onGo(true)}>
          跳转
        </Action>
      )}
      {mend && (
        <Action current={current} onClick={onMend}>
          {mend.label}
        </Action>
      )}
      {kind && (
        <Action current={current} onClick={onReason}>
          {kind === "lifted" ? "写明理由…" : "忽略…"}
        </Action>
      )}
      {reason && canChange && (
        <Action current={current} onClick={onTakeBack}>
          收回理由
        </Action>
      )}
      {current && finding && (
        <button
          type="button"
          className="link"
          aria-expanded={explanation !== null}
          onClick={(event) => {
            event.stopPropagation();
            onExplain();
          }}
        >
          说明 <kbd>F1</kbd>
        </button>
      )}
    </>
  );
}

interface ActionProps {
  readonly current: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

/** The buttons of the current line are the list's next stops for Tab. */
function Action({ current, onClick, children }: ActionProps) {
  return (
    <button
      type="button"
      tabIndex={current ? 0 : -1}
      className={current ? "button small" : "link"}
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    >
      {children}
    </button>
  );
}
