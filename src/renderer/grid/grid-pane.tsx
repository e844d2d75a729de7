import { useEffect } from "react";
import type { Report } from "../../core/report/report.ts";
import { COMMANDS } from "../commands.ts";
import { Icon } from "../parts/icon.tsx";
import { isLook, shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import type { Grid } from "../view/rows.ts";
import { useShownRows } from "../view/shown-rows.ts";
import type { View } from "../view/view.ts";
import { addTable } from "./actions.ts";
import { AnnexDialog } from "./annex-dialog.tsx";
import { CellBar } from "./cell-bar.tsx";
import { GridTable } from "./grid-table.tsx";
import { SignOff } from "./sign-off.tsx";
import { resetGrid, say, grid as working } from "./state.ts";

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
          <NoTable />
        </>
      )}
    </section>
  );
}

function NoTable() {
  const look = useStore(shown, isLook);
  return (
    <div className="nothing" tabIndex={-1} data-focus="grid">
      {look ? (
        <p>没有在文件里读到统计表。如果它在另一个文件里，请在“打开”时把两个文件一起选上。</p>
      ) : (
        <>
          <p>这份报告还没有统计表。建一张空表后，可以直接填，也可以把别处的附表整张粘贴进来。</p>
          <button type="button" className="button" onClick={addTable}>
            按表式建一张空表
          </button>
        </>
      )}
    </div>
  );
}

function Filled({ view, grid, report }: { readonly view: View; readonly grid: Grid; readonly report: Report }) {
  const folded = useStore(ui, (value) => value.folded);
  const onlyProblems = useStore(ui, (value) => value.onlyProblems);
  const look = useStore(shown, isLook);
  const annex = useStore(working, (value) => value.annex);
  const lines = useShownRows(view, grid);
  useEffect(() => resetGrid, []);
  return (
    <>
      <div className="pane-head">
        <h2>统计表</h2>
        <span className="t3 small-text">{report.annex.number}</span>
        <span className="grow" />
        {view.proposals.size > 0 && !look && (
          <button type="button" className="button small flat" onClick={COMMANDS.takeTotals.run}>
            全部采用 {view.proposals.size} 个合计
          </button>
        )}
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
      <GridTable view={view} grid={grid} lines={lines} year={report.year} folded={folded} />
      <GridNotice report={report} />
      {annex && <AnnexDialog paste={annex} grid={grid} year={report.year} />}
      <SignOff report={report} />
    </>
  );
}

/** What the last action in the grid left to say. */
function GridNotice({ report }: { readonly report: Report }) {
  const said = useStore(working, (value) => value.said);
  const text = said?.of === report ? said.text : null;
  return (
    <div className="grid-notice" role="status" hidden={text === null}>
      <span className="grow">{text}</span>
      <button type="button" className="link" onClick={() => say(null)}>
        知道了
      </button>
    </div>
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
