import { insertFigure } from "../editor/figure-actions.ts";
import { editing } from "../editor/state.ts";
import { clearCells, fillAllZeros, fillCellsDown, fillZeros, takeAllTotals } from "../grid/actions.ts";
import { askForAnnex } from "../grid/annex-paste.ts";
import { hasLastYear, switchYear } from "../grid/choose.ts";
import { draggedCell } from "../grid/dragged.ts";
import { foldAll } from "../grid/fold.ts";
import { bringLastYear, openLastReport } from "../grid/last-year.ts";
import { noteCell, openNote } from "../grid/noting.ts";
import { openGrid, openTable } from "../grid/now.ts";
import { ownRow, removeOwnRow } from "../grid/own-rows.ts";
import { canShowInText, showInText } from "../paper/table-jumps.ts";
import { storedReport } from "../state/screen.ts";
import { ui } from "../state/ui.ts";
import { type Commands, hasReport } from "./command.ts";

const canChange = () => storedReport() !== null;
const canChangeCell = () => canChange() && ui.get().selection !== null;

const canBringLastYear = () => canChange() && (openGrid()?.table.previousOf.size ?? 0) > 0;

/** The statistics table. The keys of cells are the grid's own. */
export const TABLE = {
  clearCells: { label: "清除内容", keys: "Delete", can: canChangeCell, run: clearCells },
  fillDown: { label: "向下填充", keys: "Ctrl+D", can: canChangeCell, run: fillCellsDown },
  fillZeros: { label: "选中的空格填 0", can: canChangeCell, run: fillZeros },
  fillAllZeros: { label: "全部空格填 0", can: canChange, run: fillAllZeros },
  note: { label: "批注…", keys: "Shift+F2", can: () => noteCell() !== null, run: openNote },
  intoText: {
    label: "插入到正文光标处",
    can: () => editing.get().narrative !== null && draggedCell() !== null,
    run: () => {
      const ref = draggedCell();
      if (ref) insertFigure(ref);
    },
  },
  bringLastYear: {
    label: "从上年报告带入上年数",
    can: () => canBringLastYear() && openLastReport() !== null,
    run: () => void bringLastYear(),
  },
  previousYear: { label: "带入上年数…", can: canBringLastYear, run: askForAnnex },
  switchYear: { label: "看上年的表", keys: "F9", can: hasLastYear, on: () => ui.get().lastYear, run: switchYear },
  inText: { label: "到正文中的这张表", keys: "Ctrl+Shift+G", pane: "grid", can: canShowInText, run: showInText },
  addRow: {
    label: "添加本单位的行…",
    can: () => canChange() && openTable() !== null,
    run: () => ui.set({ dialog: "local-row" }),
  },
  removeRow: { label: "删除本单位的行", can: () => canChange() && ownRow() !== null, run: removeOwnRow },
  takeTotals: { label: "采用全部合计", can: canChange, run: takeAllTotals },
  fold: { label: "统计表全部收起", can: hasReport, run: () => foldAll(true) },
  unfold: { label: "统计表全部展开", can: hasReport, run: () => foldAll(false) },
  problems: {
    label: "统计表只看有问题的",
    can: hasReport,
    on: () => ui.get().onlyProblems,
    run: () => ui.set({ onlyProblems: !ui.get().onlyProblems }),
  },
  explain: {
    label: "指标说明",
    keys: "F1",
    can: () => hasReport() && ui.get().selection !== null,
    run: () => ui.set({ explaining: !ui.get().explaining, pane: "grid" }),
  },
} as const satisfies Commands;
