import { useMemo } from "react";
import type { Report } from "../../core/report/report.ts";
import { COMMANDS } from "../commands.ts";
import { Icon } from "../parts/icon.tsx";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import { markedRows } from "../view/marks.ts";
import type { Grid } from "../view/rows.ts";
import { visibleRows } from "../view/rows.ts";
import type { View } from "../view/view.ts";
import { CellBar } from "./cell-bar.tsx";
import { GridTable } from "./grid-table.tsx";
import { SignOff } from "./sign-off.tsx";

/** The statistics table with its bar above, or a sentence where the file had none. */
export function GridPane({ view, report }: { readonly view: View; readonly report: Report }) {
  return (
    <section className="grid" aria-label="统计表" data-pane="grid">
      {view.grid ? (
        <Filled view={view} grid={view.grid} report={report} />
      ) : (
        <>
          <div className="pane-head">
            <h2>统计表</h2>
          </div>
          <p className="nothing" tabIndex={-1} data-focus="grid">
            没有在文件里读到统计表。如果它在另一个文件里，请在“打开”时把两个文件一起选上。
          </p>
        </>
      )}
    </section>
  );
}

function Filled({ view, grid, report }: { readonly view: View; readonly grid: Grid; readonly report: Report }) {
  const folded = useStore(ui, (value) => value.folded);
  const onlyProblems = useStore(ui, (value) => value.onlyProblems);
  const rows = useMemo(
    () => visibleRows(grid, folded, onlyProblems ? markedRows(view.marks) : null),
    [grid, folded, onlyProblems, view.marks],
  );
  return (
    <>
      <div className="pane-head">
        <h2>统计表</h2>
        <span className="t3 small-text">{report.annex.number}</span>
        <span className="grow" />
        <button
          type="button"
          className={onlyProblems ? "button small flat on" : "button small flat"}
          aria-pressed={onlyProblems}
          onClick={COMMANDS.problems.run}
        >
          <Icon name="filter" />
          只看有问题的
        </button>
        <FoldButton anyFolded={folded.size > 0} />
      </div>
      <CellBar view={view} grid={grid} />
      <GridTable grid={grid} rows={rows} marks={view.marks} year={report.year} folded={folded} />
      <SignOff report={report} />
    </>
  );
}

function FoldButton({ anyFolded }: { readonly anyFolded: boolean }) {
  const { label, run } = anyFolded ? COMMANDS.unfold : COMMANDS.fold;
  return (
    <button type="button" className="button small flat" aria-label={label} title={label} onClick={run}>
      <Icon name={anyFolded ? "unfold" : "fold"} />
    </button>
  );
}
