import { SeverityCount } from "../parts/severity.tsx";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import { countLevels, LEVELS } from "../view/notices.ts";
import type { Grid } from "../view/rows.ts";
import { rangeOf, summary } from "../view/selection.ts";
import { useShownRows } from "../view/shown-rows.ts";
import type { View } from "../view/view.ts";
import { SaveStatus } from "./save-status.tsx";

/** Bottom line: what is safe, what was found, what is selected, how long the text is. */
export function StatusBar({ view, fileName }: { readonly view: View; readonly fileName: string }) {
  const counts = countLevels(view.notices);
  return (
    <footer className="status-bar" aria-label="状态栏">
      <SaveStatus />
      <i className="line wide-only" />
      <span className="cut wide-only">{fileName}</span>
      <i className="line" />
      {LEVELS.map((level) => (
        <SeverityCount key={level} level={level} count={counts[level]} />
      ))}
      <span className="grow" />
      {view.grid && <Selected view={view} grid={view.grid} />}
      <span>全文 {view.characters.toLocaleString("zh-CN")} 字</span>
    </footer>
  );
}

function Selected({ view, grid }: { readonly view: View; readonly grid: Grid }) {
  const selection = useStore(ui, (value) => value.selection);
  const { sheet } = useShownRows(view, grid);
  const range = selection && rangeOf(selection, sheet);
  const { count, sum } = range ? summary(range, sheet) : { count: 0, sum: "0" };
  if (count === 0) return null;
  return (
    <>
      <span>选中 {count} 格</span>
      <span>合计 {sum}</span>
      <i className="line" />
    </>
  );
}
