import { AllCommunityModule, type ColDef, createGrid, ModuleRegistry } from "ag-grid-community";

ModuleRegistry.registerModules([AllCommunityModule]);

type Row = { readonly id: string; readonly kind?: string };

/** Shows a table in the page's `#grid`, as a clerk would want to type into it: Enter goes down. */
export function showTable(rows: readonly Row[], columns: readonly ColDef[]): void {
  const element = document.querySelector<HTMLElement>("#grid");
  if (!element) throw new Error("the page has no #grid");
  createGrid<Row>(element, {
    rowData: rows.map((row) => ({ ...row })),
    getRowId: ({ data }) => data.id,
    columnDefs: columns.map(({ editable, ...column }) => ({
      ...column,
      ...(editable ? { cellDataType: "text", editable: ({ data }: { data?: Row }) => data?.kind !== "header" } : {}),
    })) as ColDef<Row>[],
    enterNavigatesVertically: true,
    enterNavigatesVerticallyAfterEdit: true,
    undoRedoCellEditing: true,
  });
}
