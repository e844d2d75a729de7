import { SeverityCount } from "../parts/severity.tsx";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import { markedRows } from "../view/marks.ts";
import { countLevels, LEVELS } from "../view/notices.ts";
import { visibleRows } from "../view/rows.ts";
import { blockOf, summary } from "../view/selection.ts";
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
      <Selected view={view} />
      <span>全文 {view.characters.toLocaleString("zh-CN")} 字</span>
    </footer>
  );
}

function Selected({ view }: { readonly view: View }) {
  const selection = useStore(ui, (value) => value.selection);
  const folded = useStore(ui, (value) => value.folded);
  const onlyProblems = useStore(ui, (value) => value.onlyProblems);
  if (!selection || !view.grid) return null;
  const rows = visibleRows(view.grid, folded, onlyProblems ? markedRows(view.marks) : null);
  const block = blockOf(selection, rows, view.grid);
  const { count, sum } = block ? summary(block, rows, view.grid) : { count: 0, sum: "0" };
  if (count === 0) return null;
  return (
    <>
      <span>选中 {count} 格</span>
      <span>合计 {sum}</span>
      <i className="line" />
    </>
  );
}
