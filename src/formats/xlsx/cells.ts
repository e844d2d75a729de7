import type { Message } from "../../core/report/report.ts";
import { cellName } from "./names.ts";
import { numberText } from "./number-text.ts";
import type { Sheet, StoredCell } from "./workbook.ts";

/** Row → column → text; cells that show nothing are not listed. */
export type Texts = ReadonlyMap<number, ReadonlyMap<number, string>>;

export interface SheetTexts {
  readonly texts: Texts;
  readonly messages: readonly Message[];
}

/**
 * Turns a sheet's cells into what a reader of the sheet sees.
 * @param verbatim white space round texts stays: our own narrative sheet is kept letter by letter
 */
export function sheetTexts(sheet: Sheet, verbatim: boolean): SheetTexts {
  const told = new Telling(sheet);
  const texts = new Map<number, ReadonlyMap<number, string>>();
  for (const [row, cells] of sheet.rows) {
    const line = new Map<number, string>();
    for (const [column, cell] of cells) {
      const text = cellText(cell, (remark, detail) => told.add(remark, cellName(row, column), detail));
      const kept = verbatim ? text.replace(/\r\n?/g, "\n") : trimmed(text);
      if (kept !== "") line.set(column, kept);
    }
    if (line.size > 0) texts.set(row, line);
  }
  return { texts, messages: [...told.messages(), ...hiddenMessages(sheet, texts), ...commentMessages(sheet)] };
}

/** Each line of the cell without the white space round it, the full-width space included. */
function trimmed(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .join("\n")
    .trim();
}

function cellText(cell: StoredCell, remark: (remark: Remark, detail: string) => void): string {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "date":
      return cell.shown;
    case "number": {
      // A percentage stays what the sheet shows: 61.8% and not 0.618.
      if (/%/.test(cell.format) && /%/.test(cell.shown)) return cell.shown;
      const { text, note } = numberText(cell.value, cell.format);
      if (note !== "plain") remark(note, note === "hidden" ? text : `显示 ${cell.shown}，读作 ${text}`);
      return text;
    }
    case "boolean":
      remark("boolean", cell.shown);
      return cell.shown;
    case "error":
      remark("error", cell.shown);
      return cell.shown;
    case "uncalculated":
      remark("uncalculated", `=${cell.formula}`);
      return "";
  }
}

const REMARKS = {
  uncalculated: {
    level: "warning",
    code: "xlsx.uncalculated",
    text: "是公式，但文件里没有算好的结果，按空白读入；请用 Excel 或 WPS 打开并保存一次，再重新导入",
  },
  error: { level: "warning", code: "xlsx.error-value", text: "是公式错误值，不是数字，请在原文件中改正" },
  boolean: { level: "info", code: "xlsx.boolean", text: "是逻辑值，按文字读入" },
  rounded: { level: "info", code: "xlsx.rounded", text: "显示的小数位少于实际存储的，按实际存储的数读入" },
  scaled: { level: "info", code: "xlsx.scaled", text: "用格式缩小了数量级显示，按显示的数量级读入，请核对单位" },
  hidden: { level: "warning", code: "xlsx.hidden-number", text: "的格式不显示数字，按实际存储的数读入，请核对" },
} as const satisfies Record<string, { level: Message["level"]; code: string; text: string }>;

type Remark = keyof typeof REMARKS;

/** Gathers remarks, so that a column of formulas makes one message and not sixty. */
class Telling {
  readonly #sheet: Sheet;
  readonly #found = new Map<Remark, string[]>();

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  add(remark: Remark, cell: string, detail: string): void {
    const cells = this.#found.get(remark) ?? [];
    cells.push(`${cell}（${detail}）`);
    this.#found.set(remark, cells);
  }

  *messages(): Generator<Message> {
    for (const [remark, cells] of this.#found) {
      const { level, code, text } = REMARKS[remark];
      yield { level, code, text: `工作表“${this.#sheet.name}”的单元格 ${several(cells)}${text}。` };
    }
  }
}

const NAMED = 8;

function several(names: readonly string[]): string {
  return names.length <= NAMED ? names.join("、") : `${names.slice(0, NAMED).join("、")} 等 ${names.length} 处`;
}

function* hiddenMessages(sheet: Sheet, texts: Texts): Generator<Message> {
  const at = `工作表“${sheet.name}”`;
  if (sheet.hidden && texts.size > 0)
    yield { level: "warning", code: "xlsx.hidden-sheet", text: `${at}是隐藏的，其中的内容也读入了，请核对是否要用。` };
  const rows = [...texts.keys()].filter((row) => sheet.hiddenRows.has(row)).map((row) => `第 ${row + 1} 行`);
  if (rows.length > 0)
    yield {
      level: "warning",
      code: "xlsx.hidden-rows",
      text: `${at}的${several(rows)}是隐藏的，其中的内容也读入了，请核对。`,
    };
  const filled = new Set([...texts.values()].flatMap((line) => [...line.keys()]));
  const columns = [...filled]
    .filter((column) => sheet.hiddenColumns.has(column))
    .sort((a, b) => a - b)
    .map((column) => `${cellName(0, column).slice(0, -1)} 列`);
  if (columns.length > 0)
    yield {
      level: "warning",
      code: "xlsx.hidden-columns",
      text: `${at}的 ${several(columns)}是隐藏的，其中的内容也读入了，请核对。`,
    };
}

function* commentMessages(sheet: Sheet): Generator<Message> {
  for (const { row, column, text } of sheet.comments)
    yield {
      level: "info",
      code: "xlsx.comment",
      text: `工作表“${sheet.name}”的单元格 ${cellName(row, column)} 有批注：${text}`,
    };
}
