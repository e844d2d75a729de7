import form from "../../resources/forms/gongkai-2021.json";
import { showTable } from "./ag-grid.ts";

/** AG Grid with the rows and columns of the largest matrix of 2021, empty. */
const table = form.tables.find(({ key }) => key === "requests");
if (!table) throw new Error("the form has no table of requests");
showTable(table.rows, [
  { field: "label", headerName: "", width: 240 },
  ...table.columns
    .filter(({ role }) => role === "current")
    .map(({ key, label }) => ({ field: key, headerName: label, width: 90, editable: true })),
]);
