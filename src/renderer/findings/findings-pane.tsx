import { type KeyboardEvent, useRef } from "react";
import type { Level } from "../../core/report/report.ts";
import { Icon } from "../parts/icon.tsx";
import { goToNotice } from "../state/jump.ts";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import { bySeverity, countLevels, LEVEL_NAMES, LEVELS, type Notice } from "../view/notices.ts";
import type { View } from "../view/view.ts";
import { FindingLine } from "./finding-line.tsx";

/** Everything found, by severity or by place; Enter or a click goes there. */
export function FindingsPane({ view }: { readonly view: View }) {
  const tab = useStore(ui, (value) => value.tab);
  const order = useStore(ui, (value) => value.order);
  const open = useStore(ui, (value) => value.findingsOpen);
  const current = useStore(ui, (value) => value.notice);
  const list = useRef<HTMLUListElement>(null);
  const sorted = order === "severity" ? bySeverity(view.notices) : view.notices;
  const notices = sorted.filter((notice) => tab === "all" || notice.severity === tab);
  const at = notices.findIndex((notice) => notice.id === current);

  const show = (index: number) => {
    const notice = notices[Math.min(notices.length - 1, Math.max(0, index))];
    if (!notice) return;
    ui.set({ notice: notice.id });
    document.getElementById(lineId(notice))?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: notices.length - 1,
      PageDown: at + 4,
      PageUp: at - 4,
    }[event.key];
    const notice = notices[at];
    if (to !== undefined) show(to);
    else if (event.key === "Enter" && event.target === list.current && notice) goToNotice(notice, view.grid, true);
    else return;
    event.preventDefault();
  };
  return (
    <section className="findings" aria-label="校验结果" data-pane="findings">
      <div className="pane-head">
        <h2>校验结果</h2>
        <Tabs tab={tab} notices={view.notices} />
        <span className="grow" />
        <Order order={order} />
        <button
          type="button"
          className="button small flat"
          aria-expanded={open}
          aria-label={open ? "收起校验结果" : "展开校验结果"}
          onClick={() => ui.set({ findingsOpen: !open })}
        >
          <Icon name={open ? "down" : "up"} />
        </button>
      </div>
      {open && (
        <ul
          className="scroll"
          role="listbox"
          aria-label="校验结果"
          tabIndex={0}
          data-focus="findings"
          ref={list}
          onKeyDown={onKeyDown}
          onFocus={(event) => event.target === list.current && at < 0 && show(0)}
          {...(notices[at] ? { "aria-activedescendant": lineId(notices[at]) } : {})}
        >
          {notices.map((notice) => (
            <FindingLine
              key={notice.id}
              id={lineId(notice)}
              notice={notice}
              current={notice.id === current}
              onGo={(takeFocus) => goToNotice(notice, view.grid, takeFocus)}
            />
          ))}
          {notices.length === 0 && <li className="none t2">{emptySentence(tab)}</li>}
        </ul>
      )}
    </section>
  );
}

function lineId(notice: Notice): string {
  return `notice-${notice.id}`;
}

function emptySentence(tab: Level | "all"): string {
  return tab === "all" ? "没有发现问题。" : `没有“${LEVEL_NAMES[tab]}”一类的问题。`;
}

function Tabs({ tab, notices }: { readonly tab: Level | "all"; readonly notices: readonly Notice[] }) {
  const counts = countLevels(notices);
  return (
    <div className="tabs" role="group" aria-label="按类看">
      <button type="button" aria-pressed={tab === "all"} onClick={() => ui.set({ tab: "all" })}>
        全部 {notices.length}
      </button>
      {LEVELS.map((level) => (
        <button type="button" key={level} aria-pressed={tab === level} onClick={() => ui.set({ tab: level })}>
          <span className={`severity ${level}`}>
            <Icon name={level} small />
          </span>
          {LEVEL_NAMES[level]} {counts[level]}
        </button>
      ))}
    </div>
  );
}

function Order({ order }: { readonly order: "severity" | "place" }) {
  return (
    <div className="segments" role="group" aria-label="次序">
      <button type="button" aria-pressed={order === "severity"} onClick={() => ui.set({ order: "severity" })}>
        按轻重
      </button>
      <button type="button" aria-pressed={order === "place"} onClick={() => ui.set({ order: "place" })}>
        按位置
      </button>
    </div>
  );
}
