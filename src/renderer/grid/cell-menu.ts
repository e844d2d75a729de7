import { EDIT } from "../commands/edit.ts";
import { TABLE } from "../commands/table.ts";
import { openMenu } from "../shell/context-menu.tsx";

/** Opens the cells' own menu at a place of the window. */
export function openCellMenu(at: { readonly x: number; readonly y: number }): void {
  openMenu(
    "单元格",
    [
      EDIT.cut,
      EDIT.copy,
      EDIT.paste,
      null,
      TABLE.clearCells,
      TABLE.fillDown,
      TABLE.fillZeros,
      null,
      TABLE.addRow,
      TABLE.removeRow,
      null,
      TABLE.note,
      TABLE.intoText,
      TABLE.inText,
      TABLE.explain,
    ],
    at,
  );
}
