import { type KeyboardEvent, useRef } from "react";
import { Icon } from "../parts/icon.tsx";
import { SeverityCount } from "../parts/severity.tsx";
import { focusPane, goTo } from "../state/jump.ts";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import { LEVELS } from "../view/notices.ts";
import { type OutlineEntry, TABLE_KEY } from "../view/outline.ts";
import type { View } from "../view/view.ts";

/** Sections and table with state and counts; Enter or a click goes there. */
export function OutlinePane({ view }: { readonly view: View }) {
  const list = useRef<HTMLUListElement>(null);
  const current = useStore(ui, (value) => value.section) ?? view.outline[0]?.key;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const all = [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const at = all.findIndex((button) => button === document.activeElement);
    all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
    event.preventDefault();
  };
  return (
    <nav className="outline" aria-label="大纲" data-pane="outline">
      <div className="pane-head">
        <h2 className="grow">大纲</h2>
        <span className="t3 small-text">{view.outline.length} 部分</span>
      </div>
      <ul className="scroll" ref={list} onKeyDown={onKeyDown}>
        {view.outline.map((entry) => (
          <Entry key={entry.key} entry={entry} view={view} current={entry.key === current} />
        ))}
      </ul>
      {view.outline.length === 0 && <p className="nothing label">没有读到各部分的标题。</p>}
    </nav>
  );
}

const STATES = {
  empty: { icon: "hollow", name: "没有内容", tone: "t3" },
  part: { icon: "half", name: "没有填完", tone: "t3" },
  full: { icon: "done", name: "有内容", tone: "done" },
} as const;

interface EntryProps {
  readonly entry: OutlineEntry;
  readonly view: View;
  readonly current: boolean;
}

function Entry({ entry, view, current }: EntryProps) {
  const { icon, name, tone } = STATES[entry.state];
  const go = (paragraph: number) => {
    if (entry.key === TABLE_KEY) focusPane("grid");
    else goTo({ kind: "text", section: entry.key, paragraph }, view.grid, false);
  };
  const counts = LEVELS.filter((level) => entry.counts[level] > 0 && level !== "info");
  return (
    <>
      {entry.key === TABLE_KEY && <li className="rule" aria-hidden="true" />}
      <li className={current ? "current" : ""}>
        <button
          type="button"
          onClick={() => go(-1)}
          title={entry.name}
          aria-current={current ? "location" : undefined}
          {...(current ? { "data-focus": "outline" } : {})}
        >
          <span className={`state ${tone}`} role="img" aria-label={name}>
            <Icon name={icon} small />
          </span>
          <span className="label cut">{entry.name}</span>
          <span className="short" aria-hidden="true">
            {entry.short}
          </span>
          <span className="counts">
            {counts.map((level) => (
              <SeverityCount key={level} level={level} count={entry.counts[level]} />
            ))}
          </span>
        </button>
      </li>
      {current &&
        entry.parts.map((part) => (
          <li className="part" key={part.paragraph}>
            <button type="button" onClick={() => go(part.paragraph)} title={part.text}>
              <span className="label cut">{part.text}</span>
            </button>
          </li>
        ))}
    </>
  );
}
