import { focusPane } from "../state/jump.ts";
import { shown } from "../state/screen.ts";
import { type Spot, single, ui } from "../state/ui.ts";
import { selectFirst } from "./actions.ts";
import { openTable } from "./now.ts";
import { openReference } from "./reference.ts";
import { commit, isTyping } from "./typing.ts";

/** Which table the grid shows, and of which year. */

/** The keys of the form's tables, and of the one that is shown; a table that the report lacks can be chosen too. */
function tablesNow(): { readonly keys: readonly string[]; readonly at: number } {
  const { screen } = shown.get();
  if (screen.kind !== "report") return { keys: [], at: -1 };
  const keys = [...screen.form.tables.keys()];
  const key = ui.get().table ?? openTable()?.table.form.key ?? keys[0];
  return { keys, at: key === undefined ? -1 : keys.indexOf(key) };
}

/** Opens a table with the cursor in its first cell. */
export function chooseTable(key: string): void {
  if (isTyping()) commit();
  ui.set({ table: key, reference: false, selection: null, folded: new Set() });
  selectFirst();
}

/** Ctrl+PageDown and Ctrl+PageUp, as Excel goes through its sheets. */
export function nextTable(step: 1 | -1): boolean {
  const { keys, at } = tablesNow();
  const key = keys[at + step];
  if (at < 0 || key === undefined) return false;
  chooseTable(key);
  return true;
}

/** True where last year stands in a table of its own, or an older report in those of its form. */
export function hasLastYear(): boolean {
  return openTable()?.lastYear != null || openReference() !== null;
}

/** From this year's table to last year's and back, the cursor in the same place. */
export function switchYear(): void {
  if (openReference()) {
    if (isTyping()) commit();
    ui.set({ reference: !ui.get().reference });
    return focusPane("grid");
  }
  const open = openTable();
  if (!open?.lastYear) return;
  const { lastYear, selection } = ui.get();
  const { previousOf } = open.table;
  const currentOf = new Map([...previousOf].map(([current, previous]) => [previous, current]));
  const there = ({ row, column }: Spot): Spot => ({
    row,
    column: (lastYear ? currentOf : previousOf).get(column) ?? column,
  });
  ui.set({ lastYear: !lastYear, selection: selection && single(there(selection.active)) });
}
