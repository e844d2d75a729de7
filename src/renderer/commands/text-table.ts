import type { ChainedCommands } from "@tiptap/core";
import { mergeCells, splitCell } from "@tiptap/pm/tables";
import { chained, isActive } from "../editor/at-cursor.ts";
import { can, run } from "../editor/open-editor.ts";
import type { Command, Commands } from "./command.ts";

/** Tables inside the text. */
export const TEXT_TABLE = {
  rowAbove: inTable("在上方加一行", (chain) => chain.addRowBefore()),
  rowBelow: inTable("在下方加一行", (chain) => chain.addRowAfter()),
  columnLeft: inTable("在左侧加一列", (chain) => chain.addColumnBefore()),
  columnRight: inTable("在右侧加一列", (chain) => chain.addColumnAfter()),
  mergeCells: { label: "合并单元格", can: () => can(mergeCells), run: () => run(mergeCells) },
  splitCell: { label: "拆分单元格", can: () => can(splitCell), run: () => run(splitCell) },
  deleteRow: inTable("删除所在行", (chain) => chain.deleteRow()),
  deleteColumn: inTable("删除所在列", (chain) => chain.deleteColumn()),
  deleteTable: inTable("删除正文里的表格", (chain) => chain.deleteTable()),
} as const satisfies Commands;

function inTable(label: string, change: (chain: ChainedCommands) => ChainedCommands): Command {
  return { label, can: () => isActive("table"), run: chained(change) };
}
