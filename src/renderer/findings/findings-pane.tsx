import { type KeyboardEvent, useEffect, useRef } from "react";
import { explain } from "../../core/checks/explain.ts";
import { COMMANDS } from "../commands.ts";
import { Icon } from "../parts/icon.tsx";
import { answering, mendNotice, takeBack } from "../state/findings.ts";
import { goToNotice } from "../state/jump.ts";
import type { ReportScreen } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import { LEVEL_NAMES, listed, type Notice, type Wanted } from "../view/notices.ts";
import type { View } from "../view/view.ts";
import { FindingLine } from "./finding-line.tsx";
import { Order, Tabs } from "./tabs.tsx";
import { useMends } from "./use-mends.ts";

interface FindingsPaneProps {
  readonly view: View;
  readonly screen: ReportScreen;
}

/** Everything found, by severity or by place: where it is, how to mend it, or why it is left as it is. */
export function FindingsPane({ view, screen }: FindingsPaneProps) {
  const tab = useStore(ui, (value) => value.tab);
  const order = useStore(ui, (value) => value.order);
  const open = useStore(ui, (value) => value.findingsOpen);
  return (
    <section className="findings" aria-label="校验结果" data-pane="findings">
      <div className="pane-head">
        <h2>校验结果</h2>
        <Tabs tab={tab} notices={view.notices} />
        <span className="grow" />
        <button type="button" className="button small flat" onClick={COMMANDS.record.run}>
          <Icon name="document" small />
          校验记录
        </button>
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
      {open && <FindingList notices={listed(view.notices, tab, order)} tab={tab} view={view} screen={screen} />}
    </section>
  );
}

interface FindingListProps extends FindingsPaneProps {
  readonly notices: readonly Notice[];
  readonly tab: Wanted;
}

/** The list holds the keyboard itself: arrows go through it, Enter jumps, Tab goes on to the buttons of the line. */
function FindingList({ notices, tab, view, screen }: FindingListProps) {
  const current = useStore(ui, (value) => value.notice);
  const explained = useStore(ui, (value) => value.noticeExplained);
  const list = useRef<HTMLDivElement>(null);
  const at = notices.findIndex(({ id }) => id === current);
  const shown = notices[at];
  const mends = useMends(notices, screen);
  useEffect(() => {
    if (shown) document.getElementById(lineId(shown))?.scrollIntoView({ block: "nearest" });
  }, [shown]);

  const select = (index: number) => {
    const notice = notices[Math.min(notices.length - 1, Math.max(0, index))];
    if (notice) ui.set({ notice: notice.id });
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
    if (event.altKey || event.ctrlKey) return;
    if (to !== undefined) select(to);
    else if (event.key === "F1") toggleExplanation();
    else if (event.key === "Enter" && event.target === list.current && shown) goToNotice(shown, view, true);
    else return;
    event.preventDefault();
  };
  /** The button that was pressed may be gone with its line: the keyboard stays in the list. */
  const keepFocus = (act: () => void) => {
    const inside = list.current?.contains(document.activeElement);
    act();
    if (inside) list.current?.focus({ preventScroll: true });
  };
  if (notices.length === 0) {
    return (
      <p className="finding-list none t2" tabIndex={-1} data-focus="findings">
        {emptySentence(tab)}
      </p>
    );
  }
  return (
    <div
      className="finding-list scroll"
      role="grid"
      aria-label="校验结果"
      tabIndex={0}
      data-focus="findings"
      ref={list}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target === list.current && at < 0 && select(0)}
      {...(shown ? { "aria-activedescendant": lineId(shown) } : {})}
    >
      {notices.map((notice) => (
        <FindingLine
          key={notice.id}
          id={lineId(notice)}
          notice={notice}
          current={notice.id === current}
          mend={mends.get(notice.id) ?? null}
          explanation={
            explained && notice.id === current && notice.finding ? explain(notice.finding.code, [screen.form]) : null
          }
          canChange={screen.stored !== null}
          onGo={(takeFocus) => goToNotice(notice, view, takeFocus)}
          onMend={() => keepFocus(() => mendNotice(notice))}
          onReason={() => answering(notice)}
          onExplain={() => keepFocus(toggleExplanation)}
          onTakeBack={() => keepFocus(() => notice.reason && takeBack(notice.reason))}
        />
      ))}
    </div>
  );
}

const toggleExplanation = (): void => ui.set({ noticeExplained: !ui.get().noticeExplained });

function lineId({ id }: Notice): string {
  return `notice_${id.replaceAll(" ", "_")}`;
}

function emptySentence(tab: Wanted): string {
  if (tab === "all") return "没有发现问题。";
  return tab === "answered" ? "没有写了理由的。" : `没有“${LEVEL_NAMES[tab]}”一类的问题。`;
}
