import form from "../../resources/forms/gongkai-2014.json";
import sample from "../../resources/samples/示范街道2018年报告.json";
import { showTable } from "./ag-grid.ts";

/** AG Grid with the rows, columns and numbers of our sample's table. */
const cells = sample.tables[0]?.cells ?? [];
const valueOf = (row: string, column: string) =>
  cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null;
const rows = (form.tables[0]?.rows ?? []).map(({ id, label, unit, kind }) => ({
  id,
  label,
  unit,
  kind,
  value: valueOf(id, "value"),
  previous: valueOf(id, "previous"),
}));

showTable(rows, [
  { field: "label", headerName: "统计指标", width: 300 },
  { field: "unit", headerName: "单位", width: 70 },
  { field: "value", headerName: "本年", width: 110, editable: true },
  { field: "previous", headerName: "上年", width: 110 },
]);
