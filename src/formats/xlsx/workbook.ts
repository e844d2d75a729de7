import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";
import { UnreadableFile } from "../unreadable.ts";
import { type Area, parseAreas } from "./names.ts";

/** A cell as the file stores it; only cells that hold something are listed. */
export type StoredCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number; readonly format: string; readonly shown: string }
  /** A date or time, as displayed. */
  | { readonly kind: "date"; readonly shown: string }
  | { readonly kind: "boolean"; readonly shown: string }
  | { readonly kind: "error"; readonly shown: string }
  /** A formula that was never calculated: there is no result to read. */
  | { readonly kind: "uncalculated"; readonly formula: string };

/** Rows and columns count from 0, ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Row → column → cell, rows and columns in ascending order. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, StoredCell>>;
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Notes that somebody pinned to cells. */
  readonly comments: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Defined names and the cells they stand for. */
  readonly names: ReadonlyMap<string, readonly Area[]>;
}

/** A yearly report has three. */
const MOST_SHEETS = 100;

/** Chinese offices write dates so; the library's own default is American. */
const DATE = "yyyy/m/d";
const AMERICAN = "m/d/yy";

type Library = typeof import("@e965/xlsx");

/**
 * Opens the bytes of a workbook whose container was found sound.
 * @throws UnreadableFile when it is none
 */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const library = await import("@e965/xlsx");
  const book = parse(library, bytes);
  if (book.SheetNames.length > MOST_SHEETS) throw tooManySheets(book.SheetNames.length);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const hidden = book.Workbook?.Sheets ?? [];
  const names = new Map<string, Area[]>();
  for (const { Name, Ref } of book.Workbook?.Names ?? []) {
    names.set(Name, [...(names.get(Name) ?? []), ...parseAreas(Ref ?? "")]);
  }
  const sheets = book.SheetNames.map((name, i) =>
    readSheet(library, name, (hidden[i]?.Hidden ?? 0) !== 0, book.Sheets[name], date1904),
  );
  return { sheets, names };
}

function tooManySheets(count: number): UnreadableFile {
  return new UnreadableFile(
    "xlsx.large",
    `工作簿里有 ${count} 张工作表，不像一份年度报告，没有读取；原文件没有改动，请只保留报告的几张，另存一份后再导入。`,
  );
}

function parse(library: Library, bytes: Uint8Array): WorkBook {
  // It says on the console what it does not know; at the prompt that would stand among the program's own words.
  const { error: say } = console;
  console.error = () => {};
  try {
    // cellStyles: without it the library forgets which rows and columns are hidden.
    return library.read(bytes, {
      type: "array",
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellHTML: false,
      dateNF: DATE,
    });
  } catch (error) {
    throw new UnreadableFile(
      "xlsx.damaged",
      "文件不是完整的 Excel 工作簿，无法读取；原文件没有改动，请用 Excel 或 WPS 打开后另存一份，再导入新的一份。",
      { cause: error },
    );
  } finally {
    console.error = say;
  }
}

function readSheet(
  library: Library,
  name: string,
  hidden: boolean,
  sheet: WorkSheet | undefined,
  date1904: boolean,
): Sheet {
  const rows = new Map<number, Map<number, StoredCell>>();
  const comments: { row: number; column: number; text: string }[] = [];
  const lines: readonly (readonly CellObject[] | undefined)[] = sheet?.["!data"] ?? [];
  for (const [row, line] of filled(lines)) {
    for (const [column, cell] of filled(line)) {
      for (const { t = "" } of cell.c ?? []) if (t.trim() !== "") comments.push({ row, column, text: t.trim() });
      const stored = storedCell(library, cell, date1904);
      if (!stored) continue;
      const cells = rows.get(row) ?? new Map<number, StoredCell>();
      rows.set(row, cells.set(column, stored));
    }
  }
  return {
    name,
    hidden,
    rows,
    comments,
    merges: (sheet?.["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: indices(sheet?.["!rows"], (row) => row.hidden === true || row.hpt === 0),
    hiddenColumns: indices(sheet?.["!cols"], (column) => column.hidden === true),
  };
}

/**
 * What stands in a list, with its index, in order. The library leaves holes where nothing stands; a file may name the
 * two-thousand-millionth row, and even to walk over so many holes takes minutes.
 */
function filled<T>(list: readonly (T | undefined)[]): (readonly [number, T])[] {
  return Object.entries(list).flatMap(([index, item]) => (item === undefined ? [] : [[Number(index), item] as const]));
}

function indices<T>(list: readonly T[] | undefined, holds: (item: T) => boolean): Set<number> {
  const found = new Set<number>();
  for (const [i, item] of filled(list ?? [])) if (holds(item)) found.add(i);
  return found;
}

function storedCell(library: Library, cell: CellObject, date1904: boolean): StoredCell | null {
  const shown = (cell.w ?? "").trim();
  switch (cell.t) {
    case "n": {
      const format = typeof cell.z === "string" ? cell.z : null;
      // Formats that the file uses by number only (27–36, 50–58: dates of East Asian Excel) come without a code,
      // and the library then takes the American one.
      if (format === AMERICAN || (format === null && shown.includes("/")))
        return { kind: "date", shown: library.SSF.format(DATE, cell.v, { date1904 }) };
      if (format === null ? shown.includes(":") : library.SSF.is_date(format)) return { kind: "date", shown };
      return { kind: "number", value: Number(cell.v), format: format ?? "General", shown };
    }
    case "b":
      return { kind: "boolean", shown: cell.v ? "TRUE" : "FALSE" };
    case "e":
      return { kind: "error", shown: shown === "" ? "#ERROR" : shown };
    case "z":
      return cell.f ? { kind: "uncalculated", formula: cell.f } : null;
    default:
      return typeof cell.v === "string" && cell.v !== "" ? { kind: "text", text: cell.v } : null;
  }
}
