import { AllCommunityModule, createGrid, ModuleRegistry } from "ag-grid-community";
import form from "../../resources/forms/gongkai-2014.json";
import sample from "../../resources/samples/示范街道2018年报告.json";

/** AG Grid with the rows, columns and numbers of our sample's table. */
ModuleRegistry.registerModules([AllCommunityModule]);

const element = document.querySelector<HTMLElement>("#grid");
if (!element) throw new Error("grid.html has no #grid");
const cells = sample.tables[0]?.cells ?? [];
const valueOf = (row: string, column: string) =>
  cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null;

createGrid(element, {
  rowData: (form.tables[0]?.rows ?? []).map(({ id, label, unit, kind }) => ({
    id,
    label,
    unit,
    kind,
    value: valueOf(id, "value"),
    previous: valueOf(id, "previous"),
  })),
  getRowId: ({ data }) => data.id,
  columnDefs: [
    { field: "label", headerName: "统计指标", width: 300 },
    { field: "unit", headerName: "单位", width: 70 },
    {
      field: "value",
      headerName: "本年",
      width: 110,
      cellDataType: "text",
      editable: ({ data }) => data?.kind !== "header",
    },
    { field: "previous", headerName: "上年", width: 110 },
  ],
  enterNavigatesVertically: true,
  enterNavigatesVerticallyAfterEdit: true,
  undoRedoCellEditing: true,
});
