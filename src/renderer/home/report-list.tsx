import { type KeyboardEvent, useRef, useState } from "react";
import type { Counts, ReportLine, ReportState } from "../../contract/reports.ts";
import { Icon, type IconName } from "../parts/icon.tsx";
import { SeverityCount } from "../parts/severity.tsx";
import { openStored } from "../state/shelf.ts";
import { moment } from "./moment.ts";

const STATES: Readonly<Record<ReportState, { readonly name: string; readonly icon: IconName; readonly look: string }>> =
  {
    editing: { name: "编辑中", icon: "half", look: "t2" },
    checked: { name: "已校验", icon: "done", look: "done" },
    submitted: { name: "已报送", icon: "usb", look: "t2" },
    changed: { name: "报送后有改动", icon: "warning", look: "severity warning" },
  };

interface ReportListProps {
  readonly reports: readonly ReportLine[];
  /** The unit in the head; another is said in its line. */
  readonly unit: string | null;
}

/** The reports by year, the latest first: arrows go up and down, Enter opens. */
export function ReportList({ reports, unit }: ReportListProps) {
  const sorted = [...reports].sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || b.changedAt.localeCompare(a.changedAt));
  const [current, setCurrent] = useState(sorted[0]?.id);
  const body = useRef<HTMLTableSectionElement>(null);
  const now = new Date();
  const onKeyDown = (event: KeyboardEvent) => {
    const at = sorted.findIndex(({ id }) => id === current);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: sorted.length - 1 }[event.key];
    const next = to === undefined ? undefined : sorted[to];
    if (next) {
      event.preventDefault();
      setCurrent(next.id);
      body.current?.querySelectorAll<HTMLElement>("button")[to ?? 0]?.focus();
    }
  };
  return (
    <table className="report-list" aria-label="报告">
      <thead>
        <tr>
          <th>报告</th>
          <th>状态</th>
          <th>问题</th>
          <th>最后修改</th>
          <th className="wide-only">报送</th>
          <td />
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {sorted.map((report) => (
          <tr
            key={report.id}
            className={report.id === current ? "current" : ""}
            onFocus={() => setCurrent(report.id)}
            onClick={() => void openStored(report.id)}
          >
            <td>
              {/* The row is as large for the mouse; for the keyboard and for screen readers it is this button. */}
              <button
                type="button"
                className="year"
                tabIndex={report.id === current ? 0 : -1}
                {...(report.id === current ? { "data-first": "" } : {})}
              >
                <b>{report.year ?? "年度未知"}</b> 年度报告
                {report.unit !== unit && <span className="t3"> {report.unit ?? "单位未知"}</span>}
              </button>
            </td>
            <td>
              <StateName state={stateOf(report)} />
            </td>
            <td>
              <ProblemCounts counts={report.counts} />
            </td>
            <td className="t2">{moment(report.changedAt, now)}</td>
            <td className="t2 wide-only">{report.submittedAt === null ? "—" : moment(report.submittedAt, now)}</td>
            <td className="t3">
              <Icon name="right" small />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A report without anything to mend counts as checked. */
function stateOf({ state, counts }: ReportLine): ReportState {
  const { error, warning, ask, stale } = counts;
  return state === "editing" && error + warning + ask + stale === 0 ? "checked" : state;
}

function StateName({ state }: { readonly state: ReportState }) {
  const { name, icon, look } = STATES[state];
  return (
    <span className={look}>
      <Icon name={icon} small /> {name}
    </span>
  );
}

function ProblemCounts({ counts }: { readonly counts: Counts }) {
  const { lifted, stale } = counts;
  const levels = (["error", "warning", "ask"] as const).filter((level) => counts[level] > 0);
  if (levels.length === 0 && stale === 0 && lifted === 0) return <span className="t3">没有问题</span>;
  return (
    <span className="counts">
      {levels.map((level) => (
        <SeverityCount key={level} level={level} count={counts[level]} />
      ))}
      {lifted > 0 && <span className="t3">{lifted} 处已写理由</span>}
      {stale > 0 && <span className="todo">{stale} 处待更新</span>}
    </span>
  );
}
