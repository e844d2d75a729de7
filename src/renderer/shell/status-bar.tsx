import { pages } from "../paper/pages.ts";
import { SeverityCount } from "../parts/severity.tsx";
import type { ReportScreen } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import { countLevels, LEVELS } from "../view/notices.ts";
import { rangeOf, summary } from "../view/selection.ts";
import { useShownRows } from "../view/shown-rows.ts";
import type { TableView } from "../view/table-view.ts";
import { chosenGrid, chosenTable, type View } from "../view/view.ts";
import { SaveStatus } from "./save-status.tsx";

/** Bottom line: what is safe, what was found, what is selected, how long the text is. */
export function StatusBar({ view, screen }: { readonly view: View; readonly screen: ReportScreen }) {
  const counts = countLevels(view.notices);
  const { stored, versions, source } = screen;
  return (
    <footer className="status-bar" aria-label="状态栏">
      <SaveStatus />
      {stored === null && (
        <>
          <i className="line wide-only" />
          <span className="cut wide-only">{source.name}</span>
        </>
      )}
      {versions > 0 && (
        <>
          <i className="line" />
          <span>版本 {versions}</span>
        </>
      )}
      <i className="line" />
      {LEVELS.map((level) => (
        <SeverityCount key={level} level={level} count={counts[level]} />
      ))}
      <span className="grow" />
      <Chosen view={view} />
      <span>全文 {view.characters.toLocaleString("zh-CN")} 字</span>
      <Pages />
    </footer>
  );
}

function Pages() {
  const { page, count } = useStore(pages, (value) => value);
  return (
    <>
      <i className="line wide-only" />
      <span className="wide-only" title="正文，按每页 22 行估算；附表另起页">
        第 {page} 页，共 {count} 页
      </span>
    </>
  );
}

/** What is selected in the table that the grid shows. */
function Chosen({ view }: { readonly view: View }) {
  const key = useStore(ui, (value) => value.table);
  const table = chosenTable(view, { table: key });
  return table && <Selected table={table} />;
}

function Selected({ table }: { readonly table: TableView }) {
  const selection = useStore(ui, (value) => value.selection);
  const lastYear = useStore(ui, (value) => value.lastYear);
  const { sheet } = useShownRows(table, chosenGrid(table, { lastYear }));
  const range = selection && rangeOf(selection, sheet);
  const { count, sum } = range ? summary(range, sheet) : { count: 0, sum: null };
  if (count === 0) return null;
  return (
    <>
      <span>选中 {count} 格</span>
      {sum !== null && <span>合计 {sum}</span>}
      <i className="line" />
    </>
  );
}
