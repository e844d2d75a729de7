import { finishSection, isFinished } from "../editor/section-actions.ts";
import { Icon } from "../parts/icon.tsx";
import { SeverityCount } from "../parts/severity.tsx";
import { focusPane, goTo } from "../state/jump.ts";
import { LEVELS } from "../view/notices.ts";
import { type OutlineEntry, TABLE_KEY } from "../view/outline.ts";
import type { View } from "../view/view.ts";

const STATES = {
  untouched: { icon: "hollow", name: "未动", tone: "t3" },
  writing: { icon: "half", name: "编辑中", tone: "t3" },
  finished: { icon: "done", name: "已写完", tone: "done" },
} as const;

interface OutlineRowProps {
  readonly entry: OutlineEntry;
  readonly index: number;
  readonly view: View;
  readonly current: boolean;
  /** The report is one that is being written; else states mean nothing. */
  readonly writable: boolean;
}

/** A section or the table; of the current one the headings inside as well. */
export function OutlineRow({ entry, index, view, current, writable }: OutlineRowProps) {
  const isTable = entry.key === TABLE_KEY;
  const go = (paragraph: number, takeFocus: boolean) => {
    if (isTable) focusPane("grid");
    else goTo({ kind: "text", section: entry.key, paragraph }, view, takeFocus);
  };
  return (
    <>
      {isTable && <li className="rule" aria-hidden="true" />}
      <li className={current ? "current" : ""} data-index={index} draggable={writable && !isTable}>
        {(writable || isTable) && <StateSign entry={entry} index={index} />}
        <button
          type="button"
          onClick={() => go(-1, false)}
          onDoubleClick={() => go(-1, true)}
          title={entry.name}
          aria-current={current ? "location" : undefined}
          {...(current ? { "data-focus": "outline" } : {})}
        >
          <span className="label cut">{entry.name}</span>
          <span className="short" aria-hidden="true">
            {entry.short}
          </span>
          <Counts entry={entry} />
        </button>
      </li>
      {current &&
        entry.parts.map((part) => (
          <li className="part" key={part.paragraph} data-index={index}>
            <button type="button" onClick={() => go(part.paragraph, false)} title={part.text}>
              <span className="label cut">{part.text}</span>
            </button>
          </li>
        ))}
    </>
  );
}

/** The state's sign; of a section a click says that it is finished, or that it is not. The key for it is Space. */
function StateSign({ entry, index }: { readonly entry: OutlineEntry; readonly index: number }) {
  const { icon, name, tone } = STATES[entry.state];
  if (entry.key === TABLE_KEY) {
    return (
      <span className={`state ${tone}`} role="img" aria-label={name} title={name}>
        <Icon name={icon} small />
      </span>
    );
  }
  const hint = entry.state === "finished" ? "取消“已写完”" : "标为已写完";
  return (
    <span
      className={`state ${tone}`}
      role="img"
      aria-label={name}
      title={`${name}，点一下${hint}（空格）`}
      onClick={() => finishSection(index, !isFinished(index))}
    >
      <Icon name={icon} small />
    </span>
  );
}

function Counts({ entry }: { readonly entry: OutlineEntry }) {
  const levels = LEVELS.filter((level) => entry.counts[level] > 0 && level !== "info");
  return (
    <span className="counts">
      {entry.stale > 0 && (
        <span className="todo" title={`待更新 ${entry.stale} 处`}>
          <span className="unseen">待更新</span>
          {entry.stale}
        </span>
      )}
      {levels.map((level) => (
        <SeverityCount key={level} level={level} count={entry.counts[level]} />
      ))}
    </span>
  );
}
