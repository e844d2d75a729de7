import { useEffect } from "react";
import { tableGrid } from "../../core/document.ts";
import { formatHtml, parseHtmlTables } from "../../core/grid/html.ts";
import { blockOf, moveBlock } from "../../core/grid/paste.ts";
import type { Range } from "../../core/grid/range.ts";
import type { Sheet } from "../../core/grid/sheet.ts";
import { formatTsv, parseTsv, type TextBlock } from "../../core/grid/tsv.ts";
import { layBlock, layPasted, selectedBlock, writableGrid } from "./actions.ts";
import { offerAnnex } from "./annex-paste.ts";
import { gridNow } from "./now.ts";
import { grid, type Marked, say } from "./state.ts";
import { insertIntoField, isTyping } from "./typing.ts";

/**
 * Answers the system's copy, cut and paste while the keyboard is in `field`. In a read-only or empty field the
 * browser sends them only where somebody has taken them beforehand.
 */
export function useClipboard(field: { readonly current: HTMLTextAreaElement | null }): void {
  useEffect(() => {
    const mine = () => field.current !== null && document.activeElement === field.current && !isTyping();
    const before = (event: Event) => {
      if (mine()) event.preventDefault();
    };
    const take = (kind: Marked["kind"]) => (event: ClipboardEvent) => {
      if (!mine() || !event.clipboardData || !putOn(event.clipboardData, kind)) return;
      event.preventDefault();
    };
    const paste = (event: ClipboardEvent) => {
      if (document.activeElement !== field.current || !event.clipboardData) return;
      event.preventDefault();
      if (isTyping()) insertIntoField(event.clipboardData.getData("text/plain"));
      else pasteFrom(event.clipboardData);
    };
    const listeners = {
      beforecopy: before,
      beforecut: before,
      beforepaste: before,
      copy: take("copy"),
      cut: take("cut"),
      paste,
    };
    for (const [name, listener] of Object.entries(listeners))
      document.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        document.removeEventListener(name, listener as EventListener);
    };
  }, [field]);
}

/** Puts the selection on the clipboard and frames it. */
function putOn(data: DataTransfer, kind: Marked["kind"]): boolean {
  const now = kind === "cut" ? writableGrid() : gridNow();
  const block = selectedBlock();
  if (!now || !block) return false;
  const text = formatTsv(block);
  data.setData("text/plain", text);
  data.setData("text/html", formatHtml(block));
  const { sheet, range } = now;
  grid.set({
    marked: {
      kind,
      rows: sheet.rows.slice(range.top, range.bottom + 1),
      columns: sheet.columns.slice(range.left, range.right + 1),
      text,
    },
  });
  return true;
}

/** Characters of a paste that can still be a table of a report; the form's largest has a hundredth of it. */
const LONGEST = 5_000_000;

function pasteFrom(data: DataTransfer): void {
  const now = writableGrid();
  if (!now) return;
  if (data.getData("text/plain").length > LONGEST) return say("剪贴板里的内容太多，不像一张统计表，没有粘贴。");
  const block = blockIn(data);
  const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
  const cut = cutCells(text, now.sheet);
  if (cut) layPasted(now, moveBlock(now.sheet, cut, now.range));
  else if (!offerAnnex({ html, text }, block)) layBlock(block);
  if (grid.get().marked?.kind === "cut") grid.set({ marked: null });
}

/** What lies on the clipboard as a block: the text with tabs, else the first table of the HTML. */
function blockIn(data: DataTransfer): TextBlock {
  const text = data.getData("text/plain");
  if (text !== "") return parseTsv(text);
  const [table] = parseHtmlTables(data.getData("text/html"));
  return table ? tableGrid(table).map((row) => row.map((cell) => cell?.text ?? "")) : [];
}

/** The cells that were cut, while the clipboard still holds what stands in them and they stand together. */
function cutCells(text: string, sheet: Sheet): Range | null {
  const { marked } = grid.get();
  if (marked?.kind !== "cut" || lines(marked.text) !== lines(text)) return null;
  const range = rangeOfMarked(marked, sheet);
  return range && formatTsv(blockOf(sheet, range)) === marked.text ? range : null;
}

/** Clipboards change the line ends. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** Where the framed cells are; `null` where folding has parted them. */
export function rangeOfMarked({ rows, columns }: Marked, sheet: Sheet): Range | null {
  const top = sheet.rows.indexOf(rows[0] ?? "");
  const left = sheet.columns.indexOf(columns[0] ?? "");
  const whole =
    top >= 0 &&
    left >= 0 &&
    rows.every((row, index) => sheet.rows[top + index] === row) &&
    columns.every((column, index) => sheet.columns[left + index] === column);
  return whole ? { top, left, bottom: top + rows.length - 1, right: left + columns.length - 1 } : null;
}
