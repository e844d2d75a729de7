import { useEffect } from "react";
import type { Form } from "../../core/form/form.ts";
import { tableName, tableTitle } from "../../core/form/names.ts";
import type { Report } from "../../core/report/report.ts";
import { COMMANDS } from "../commands.ts";
import { Icon } from "../parts/icon.tsx";
import { isLook, shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import { useShownRows } from "../view/shown-rows.ts";
import type { TableView } from "../view/table-view.ts";
import { chosenGrid, chosenTable, type View } from "../view/view.ts";
import { addTable } from "./actions.ts";
import { AnnexDialog } from "./annex-dialog.tsx";
import { CellBar } from "./cell-bar.tsx";
import { GridTable } from "./grid-table.tsx";
import { LastYearBar } from "./last-year-bar.tsx";
import { referenceOf } from "./reference.ts";
import { ReferencePane } from "./reference-pane.tsx";
import { SheetTabs } from "./sheet-tabs.tsx";
import { SignOff } from "./sign-off.tsx";
import { resetGrid, say, grid as working } from "./state.ts";

interface GridPaneProps {
  readonly view: View;
  readonly report: Report;
  readonly form: Form;
}

/** The statistics tables, one at a time, with the bar above; or a sentence where the report lacks the one chosen. */
export function GridPane({ view, report, form }: GridPaneProps) {
  const key = useStore(ui, (value) => value.table);
  const reference = useStore(ui, (value) => value.reference) ? referenceOf(report) : null;
  const chosen = chosenTable(view, { table: key });
  const wanted = chosen?.table.form.key ?? key ?? form.file.tables[0]?.key ?? "";
  if (reference) {
    return (
      <section className="grid" aria-label="统计表" data-pane="grid">
        <ReferencePane {...reference} />
      </section>
    );
  }
  return (
    <section className="grid" aria-label="统计表" data-pane="grid">
      {chosen ? (
        <Filled table={chosen} report={report} form={form} />
      ) : (
        <>
          <div className="pane-head">
            <h2>{tableName(form, wanted)}</h2>
          </div>
          <NoTable table={wanted} />
        </>
      )}
      <SheetTabs form={form} view={view} chosen={wanted} />
      {form.file.annex && view.tables.length > 0 && <SignOff report={report} />}
    </section>
  );
}

function NoTable({ table }: { readonly table: string }) {
  const look = useStore(shown, isLook);
  return (
    <div className="nothing" tabIndex={-1} data-focus="grid">
      {look ? (
        <p>没有在文件里读到这张统计表。如果它在另一个文件里，请在“打开”时把两个文件一起选上。</p>
      ) : (
        <>
          <p>这份报告还没有这张统计表。建一张空表后，可以直接填，也可以把别处的附表整张粘贴进来。</p>
          <button type="button" className="button" onClick={() => addTable(table)}>
            按表式建一张空表
          </button>
        </>
      )}
    </div>
  );
}

interface FilledProps {
  readonly table: TableView;
  readonly report: Report;
  readonly form: Form;
}

function Filled({ table, report, form }: FilledProps) {
  const folded = useStore(ui, (value) => value.folded);
  const onlyProblems = useStore(ui, (value) => value.onlyProblems);
  const lastYear = useStore(ui, (value) => value.lastYear);
  const look = useStore(shown, isLook);
  const annex = useStore(working, (value) => value.annex);
  const grid = chosenGrid(table, { lastYear });
  const lines = useShownRows(table, grid);
  const totals = [...table.proposals.values()].filter(({ carried }) => carried === null).length;
  useEffect(() => resetGrid, []);
  return (
    <>
      <div className="pane-head">
        <h2>{tableName(form, table.table.form.key)}</h2>
        <span className="t3 small-text">{report.annex.number}</span>
        <span className="grow" />
        {totals > 0 && !look && (
          <button type="button" className="button small flat" onClick={COMMANDS.takeTotals.run}>
            全部采用 {totals} 个合计
          </button>
        )}
        {table.table.form.section !== undefined && (
          <button
            type="button"
            className="button small flat wide-only"
            title={`${COMMANDS.inText.label} ${COMMANDS.inText.keys}`}
            onClick={COMMANDS.inText.run}
          >
            到正文
          </button>
        )}
        {(table.lastYear || referenceOf(report)) && (
          <button
            type="button"
            className={lastYear ? "button small flat on" : "button small flat"}
            aria-pressed={lastYear}
            title="在本年和上年的表之间换 F9"
            onClick={COMMANDS.switchYear.run}
          >
            看上年
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
      <CellBar table={table} grid={grid} />
      {!look && <LastYearBar table={table} report={report} form={form} />}
      <GridTable
        table={table}
        name={tableTitle(form, table.table.form.key)}
        grid={grid}
        lines={lines}
        year={report.year}
        folded={folded}
      />
      <GridNotice report={report} />
      {annex && <AnnexDialog paste={annex} grid={grid} year={report.year} />}
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
