import { type KeyboardEvent, useRef } from "react";
import { STALE } from "../commands/stale.ts";
import { editing } from "../editor/state.ts";
import { Icon } from "../parts/icon.tsx";
import { openMenu } from "../shell/context-menu.tsx";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import type { View } from "../view/view.ts";
import { OutlineRow } from "./outline-row.tsx";
import { useRowDrag } from "./row-drag.ts";
import { sectionKey, sectionMenu } from "./section-menu.ts";

/** Sections and tables with state and counts; Enter or a click goes there, its keys and its menu change whole sections. */
export function OutlinePane({ view }: { readonly view: View }) {
  const list = useRef<HTMLUListElement>(null);
  const current = useStore(ui, (value) => value.section) ?? view.outline[0]?.key;
  const writable = useStore(editing, (value) => value.narrative !== null);
  const drag = useRowDrag(list);
  const sections = view.outline.filter(({ table }) => table === null);
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const index = sectionOf(rows[at]);
    if (to !== undefined && !event.altKey) rows[Math.min(rows.length - 1, Math.max(0, to))]?.focus();
    else if (!writable || index < 0 || !sectionKey(event.nativeEvent, index)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const openFor = (index: number, x: number, y: number) => {
    const entry = sections.find(({ section }) => section === index);
    if (entry) openMenu(entry.name, sectionMenu(index), { x, y });
  };
  return (
    <nav className="outline" aria-label="大纲" data-pane="outline">
      <div className="pane-head">
        <h2 className="grow">大纲</h2>
        <span className="t3 small-text">{sections.length} 部分</span>
        {writable && <MoreButton view={view} current={current} onOpen={openFor} />}
      </div>
      <ul
        className="scroll"
        ref={list}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          if (!writable || !(event.target instanceof Element)) return;
          const row = event.target.closest<HTMLElement>("[data-index]");
          if (!row || sectionOf(row) < 0) return;
          event.preventDefault();
          // The menu key has no place of its own.
          const box = row.getBoundingClientRect();
          const byKey = event.clientX === 0 && event.clientY === 0;
          openFor(
            Number(row.dataset["index"]),
            byKey ? box.left + 24 : event.clientX,
            byKey ? box.bottom : event.clientY,
          );
        }}
        {...(writable ? drag : {})}
      >
        {view.outline.map((entry) => (
          <OutlineRow key={entry.key} entry={entry} view={view} current={entry.key === current} writable={writable} />
        ))}
      </ul>
      {view.outline.length === 0 && <p className="nothing label">没有读到各部分的标题。</p>}
      <span className="grow" />
      <StaleFoot count={view.outline.reduce((sum, { stale }) => sum + stale, 0)} />
    </nav>
  );
}

/** Which section a row is of; -1 for a table, which the keys and the menu of sections are not for. */
function sectionOf(row: Element | undefined): number {
  const line = row?.closest<HTMLElement>("[data-index]");
  return line && line.dataset["ofTable"] === undefined ? Number(line.dataset["index"]) : -1;
}

interface MoreButtonProps {
  readonly view: View;
  readonly current: string | undefined;
  readonly onOpen: (index: number, x: number, y: number) => void;
}

/** The menu of the current section, for those who look for a button. */
function MoreButton({ view, current, onOpen }: MoreButtonProps) {
  return (
    <button
      type="button"
      className="button flat small"
      aria-label="对当前部分的操作"
      title="对当前部分的操作"
      aria-haspopup="menu"
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        onOpen(view.outline.find(({ key }) => key === current)?.section ?? 0, box.left, box.bottom + 2);
      }}
    >
      <Icon name="more" />
    </button>
  );
}

/** How much is still to be updated, and the way to it. */
function StaleFoot({ count }: { readonly count: number }) {
  if (count === 0) return null;
  const { label, keys, run } = STALE.next;
  return (
    <div className="outline-foot">
      <span className="todo">{count}</span>
      <span className="word">处待更新</span>
      <span className="grow" />
      <button type="button" className="link" aria-label={label} title={`${label} ${keys}`} onClick={run}>
        <span className="word">下一处</span>
      </button>
      <kbd>{keys}</kbd>
    </div>
  );
}
