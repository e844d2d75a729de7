import { typeset } from "../../core/text/typeset.ts";
import { finishSection, isFinished } from "../editor/section-actions.ts";
import { bringTableIntoView, openInGrid } from "../paper/table-jumps.ts";
import { Icon } from "../parts/icon.tsx";
import { SeverityCount } from "../parts/severity.tsx";
import { goTo } from "../state/jump.ts";
import { LEVELS } from "../view/notices.ts";
import type { OutlineEntry } from "../view/outline.ts";
import type { View } from "../view/view.ts";

const STATES = {
  untouched: { icon: "hollow", name: "未动", tone: "t3" },
  writing: { icon: "half", name: "编辑中", tone: "t3" },
  finished: { icon: "done", name: "已写完", tone: "done" },
} as const;

/** Nobody says that a table is finished: it is when nothing is blank. */
const TABLE_STATES = {
  untouched: { ...STATES.untouched, name: "未填" },
  writing: { ...STATES.writing, name: "没有填完" },
  finished: { ...STATES.finished, name: "已填完" },
} as const;

interface OutlineRowProps {
  readonly entry: OutlineEntry;
  readonly view: View;
  readonly current: boolean;
  /** The report is one that is being written; else states mean nothing. */
  readonly writable: boolean;
}

/** A section or a table; of the current section the headings inside as well. */
export function OutlineRow({ entry, view, current, writable }: OutlineRowProps) {
  const { table, section: index } = entry;
  const go = (paragraph: number, takeFocus: boolean) => {
    if (!table) return goTo({ kind: "text", section: entry.key, paragraph }, view, takeFocus);
    bringTableIntoView(table.form.key);
    openInGrid(table, null);
  };
  return (
    <>
      {table && !entry.inText && <li className="rule" aria-hidden="true" />}
      <li
        className={rowClass(entry, current)}
        data-index={index}
        draggable={writable && !table}
        {...(table ? { "data-of-table": "" } : {})}
      >
        {(writable || table) && <StateSign entry={entry} />}
        <button
          type="button"
          onClick={() => go(-1, false)}
          onDoubleClick={() => go(-1, true)}
          title={table && entry.inText ? `${entry.name} ${typeset(table.form.title)}` : entry.name}
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

function rowClass({ inText }: OutlineEntry, current: boolean): string {
  return [...(inText ? ["in-text"] : []), ...(current ? ["current"] : [])].join(" ");
}

/** The state's sign; of a section a click says that it is finished, or that it is not. The key for it is Space. */
function StateSign({ entry }: { readonly entry: OutlineEntry }) {
  const { icon, name, tone } = entry.table ? TABLE_STATES[entry.state] : STATES[entry.state];
  const { section: index } = entry;
  if (entry.table) {
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
