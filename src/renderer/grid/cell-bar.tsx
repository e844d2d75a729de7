import { useRef } from "react";
import type { Cell } from "../../core/report/report.ts";
import { COMMANDS } from "../commands.ts";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import { formulaOf, relationsOf } from "../view/explain.ts";
import type { Grid } from "../view/rows.ts";
import type { TableView } from "../view/table-view.ts";
import { cellName } from "./cell-name.ts";
import { Explanation } from "./explanation.tsx";

/** The line above the grid: which cell, what it holds, and the first relation it takes part in. */
export function CellBar({ table, grid }: { readonly table: TableView; readonly grid: Grid }) {
  const spot = useStore(ui, (value) => value.selection?.active ?? null);
  const explaining = useStore(ui, (value) => value.explaining);
  const bar = useRef<HTMLDivElement>(null);
  const row = spot && grid.byId.get(spot.row);
  if (!row) {
    return (
      <div className="cell-bar">
        <span className="cell-name t3">没有选中</span>
        <span className="cell-value t3">用鼠标或方向键选一格</span>
      </div>
    );
  }
  const formula = relationsOf(grid.table, row.id, spot.column)
    .map((relation) => formulaOf(grid.table, relation, row.id))
    .find((text) => text !== null);
  return (
    <div className="cell-bar" ref={bar}>
      <span className="cell-name cut" title={row.label}>
        {cellName(grid, spot)}
      </span>
      <span className="cell-value cut">
        {row.header ? (
          <span className="t3">{`分类行，下有 ${row.parts} 行`}</span>
        ) : (
          <Value cell={row.cells.get(spot.column)} />
        )}
      </span>
      <button type="button" className="cell-rule" onClick={COMMANDS.explain.run} aria-expanded={explaining}>
        {formula !== undefined && <span className="unseen">指标说明</span>}
        <span className="t3 cut">{formula ?? "指标说明"}</span>
        <kbd>F1</kbd>
      </button>
      {explaining && <Explanation table={table} grid={grid} row={row} spot={spot} />}
    </div>
  );
}

function Value({ cell }: { readonly cell: Cell | undefined }) {
  if (!cell) return null;
  const value = cell.value ?? (cell.state === "na" ? "不适用" : "未填");
  const note = [cell.raw === undefined ? "" : `原文“${cell.raw}”`, cell.note ?? ""]
    .filter((text) => text !== "")
    .join(",");
  return (
    <>
      {value}
      {note !== "" && <span className="t3 raw">{note}</span>}
    </>
  );
}
