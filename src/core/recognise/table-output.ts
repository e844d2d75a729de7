import { append } from "../append.ts";
import { cellKind, hasCell, type TableOfForm } from "../form/form.ts";
import type { ColumnForm, RowForm } from "../form/schema.ts";
import { isLocalSigned, withoutLocalSign } from "../report/local-sign.ts";
import type { Cell, CellPlace, Dropped, Message, ReportTable } from "../report/report.ts";
import { fold, trimText } from "../text/fold.ts";
import type { Alignment } from "./align.ts";
import { type Columns, isHead } from "./columns.ts";
import { BRACKETS, type LabelIndex } from "./labels.ts";
import type { SourceRow } from "./rows.ts";
import { readValue } from "./value.ts";

export interface TableReading {
  readonly table: ReportTable;
  /** Lines of the source table that are no rows: titles above it, the sign-off below it. */
  readonly lines: readonly string[];
  readonly extra: readonly string[];
  readonly dropped: readonly Dropped[];
  readonly messages: readonly Message[];
}

/** A row of the source with its label, and which of its places is what. */
export interface BodyRow {
  readonly row: SourceRow;
  readonly columns: Columns;
  readonly label: string;
}

/** Collects what a table's reading comes to. */
export class Output {
  readonly #form: TableOfForm;
  readonly #doubtful: boolean;
  /** The form's units, folded. */
  readonly #units: ReadonlySet<string>;
  readonly #cells = new Map<string, Cell[]>();
  readonly #localAfter: { readonly after: string | undefined; readonly cells: Cell[] }[] = [];
  readonly #lines: string[] = [];
  readonly #extra: string[] = [];
  readonly #dropped: Dropped[] = [];
  readonly #messages: Message[] = [];
  #last: string | undefined;

  /** @param doubtful true when the reader found out by itself where the cells are: then every cell says so */
  constructor(form: TableOfForm, doubtful = false) {
    this.#form = form;
    this.#doubtful = doubtful;
    this.#units = new Set(form.form.rows.map(({ unit }) => fold(unit)));
  }

  /** Lines above the table's head are titles, 填报单位 and the like; column titles are the form's. */
  readHead(rows: readonly SourceRow[]): void {
    for (const [i, row] of rows.entries()) {
      const texts = row.filter((text) => text !== "");
      if (isHead(row, this.#form)) continue;
      const titles = texts.length > 1 && i === rows.length - 1 && !texts.some(isLabelled);
      if (titles)
        append(
          this.#dropped,
          texts.map((text) => ({ text, why: "table head" })),
        );
      else this.#lines.push(texts.join("  "));
    }
  }

  /** Keeps a line that is no row of the table. */
  keepLine(text: string): void {
    this.#lines.push(text);
  }

  /** A text beside the rows: a head that spans them, or a piece of one, is the form's; another is kept. */
  takeHead(text: string, ofForm: boolean): void {
    if (ofForm) this.#dropped.push({ text, why: "table head" });
    else this.#lines.push(text);
  }

  /** Rows below or between that carry text but no figures: sign-off lines, notes, repeated heads. */
  takeAsText(line: BodyRow, index: LabelIndex): boolean {
    if (index.knows(line.label)) return false;
    const texts = line.row.filter((text) => text !== "");
    if (texts.length > 1 && isHead(line.row, this.#form)) return true;
    // `其中` on a row of its own says nothing but what the rows below are.
    if (/^其中[:\uff1a]?$/.test(line.label) && texts.slice(1).every(isEmptyMark)) {
      this.#dropped.push({ text: texts.join(" "), why: "table head" });
      return true;
    }
    if (texts.length === 1 && line.label === texts[0] && /[:\uff1a]|.{30,}/.test(line.label)) {
      this.#lines.push(line.label);
      return true;
    }
    if (isSignOff(texts)) {
      this.#lines.push(texts.join("  "));
      return true;
    }
    return false;
  }

  readRow(line: BodyRow, aligned: Alignment | null): void {
    const { row, columns, label } = line;
    const known = aligned && this.#form.form.rows[aligned.row];
    if (known && aligned.repeated) {
      this.#unplaced(row, "row-repeated", `“${label}”这一行出现了两次，用的是前一行，后一行没有采用。`);
      this.#sayOther(line, known);
      return;
    }
    if (known?.kind === "header") {
      const beside = row.filter(
        (text, c) =>
          c !== columns.label &&
          !(c === columns.unit && this.#units.has(fold(text))) &&
          !columns.idle.has(c) &&
          !isEmptyMark(text),
      );
      if (beside.length > 0)
        this.#unplaced(row, "header-value", `“${label}”是分类行，不填数，来源里的“${beside.join("、")}”没有采用。`);
      this.#dropIdle(row, columns);
      // A row without a cell has no place for a message: what it was called is kept beside.
      if (aligned && !aligned.sure) this.#dropped.push({ text: label, why: "label of a heading row" });
      else this.#keepRemark(label, known);
      this.#last = known.id;
      return;
    }
    // A name without values, as of a head down the side: they may come with another line.
    if (known && columns.values.size === 0) {
      this.#last = known.id;
      return;
    }
    if (known) {
      const cells = this.#readCells(line, known.id, known);
      this.#cells.set(known.id, cells);
      this.#last = known.id;
      if (aligned.sure) this.#keepRemark(label, known);
      else
        this.#say(
          known.id,
          columns,
          "ask",
          "label-unsure",
          `来源里这一行写作“${label}”，读作“${known.label}”，请核对。`,
        );
      return;
    }
    this.#readLocal(line);
  }

  /** Where a row that came twice has other figures the second time, either may be the right one. */
  #sayOther({ row, columns, label }: BodyRow, known: RowForm): void {
    for (const { column: key, raw, value } of this.#cells.get(known.id) ?? []) {
      const other = trimText(row[columns.values.get(key) ?? -1] ?? "");
      const column = this.#form.columns.get(key);
      if (!column || other === "" || other === (raw ?? value)) continue;
      this.#messages.push({
        level: "warning",
        code: "row-repeated",
        text: `“${label}”这一行出现了两次：这一格前一行是“${raw ?? value ?? ""}”，后一行是“${other}”，用的是前一行，请核对。`,
        at: this.#place(known.id, column),
      });
    }
  }

  /** `（含延期件）` behind a label that is known without it: no part of the label, and yet a text of the source. */
  #keepRemark(label: string, { label: own, note = "", variants = [] }: RowForm): void {
    const known = fold([own, note, ...variants].join(""));
    for (const [remark] of label.matchAll(BRACKETS))
      if (!known.includes(fold(remark))) this.#dropped.push({ text: remark, why: "remark beside a label" });
  }

  #readLocal(line: BodyRow): void {
    const { row, columns } = line;
    const [label, signed] = [withoutLocalSign(line.label), isLocalSigned(line.label)];
    const unit = columns.unit === null ? "" : (row[columns.unit] ?? "");
    const figures = [...columns.values.values()].some((c) => (row[c] ?? "") !== "");
    if (label === "" || (unit === "" && !figures && !signed) || columns.values.size === 0) {
      this.#unplaced(row, "row-unknown", `表里的“${row.filter(Boolean).join(" ")}”认不出是哪一行，放在“未归入”里。`);
      return;
    }
    const id = `local-${this.#localAfter.length + 1}`;
    this.#localAfter.push({ after: this.#last, cells: this.#readCells({ ...line, label }, id, undefined) });
    if (!signed)
      this.#say(id, columns, "ask", "row-local", `表样里没有“${label}”这一行，作为本地增加的行保留，请核对。`);
    this.#last = id;
  }

  #readCells({ row, columns, label }: BodyRow, id: string, known: RowForm | undefined): Cell[] {
    const sourceUnit = columns.unit === null ? "" : trimText(row[columns.unit] ?? "");
    const note = columns.note === null ? "" : (row[columns.note] ?? "");
    this.#dropIdle(row, columns);
    const used = new Set([
      columns.label,
      columns.unit,
      columns.note,
      ...columns.values.values(),
      ...columns.idle.keys(),
    ]);
    const left = row.filter((text, c) => text !== "" && !used.has(c));
    const cells = [...columns.values].flatMap(([key, c]): Cell[] => {
      const column = this.#form.columns.get(key);
      if (!column) return [];
      const kind = cellKind(known, column);
      const unit = known || column.unit !== undefined ? kind.unit : sourceUnit;
      const read = readValue(row[c] ?? "", {
        unit,
        money: kind.type === "money",
        ...(kind.type === "change" ? { signed: true } : {}),
        ...(sourceUnit ? { sourceUnit } : {}),
      });
      const place = this.#place(id, column);
      const text = trimText(row[c] ?? "");
      const unitDoubt = read.doubt?.code === "value-unit" ? null : this.#unitDoubt(sourceUnit, unit);
      const doubt = read.doubt ?? (this.#doubtful && !unitDoubt ? placeDoubt(text) : null);
      for (const one of [doubt, unitDoubt]) if (one) this.#messages.push({ ...one, at: place });
      if (left.length > 0 || (!columns.sure && column.role === "current")) {
        this.#messages.push({
          level: "warning",
          code: "column-unclear",
          text: `分不清哪一列是“${column.label}”，这一格读作“${row[c] ?? ""}”${left.length > 0 ? `，旁边还有“${left.join("、")}”` : ""}，请核对。`,
          at: place,
        });
      }
      const { doubt: _, ...value } = read;
      return [
        {
          row: id,
          column: key,
          label: known?.label ?? label,
          unit,
          ...value,
          ...(this.#doubtful && text !== "" ? { raw: text } : {}),
          ...(note && column.role === "current" ? { note } : {}),
        },
      ];
    });
    append(this.#extra, left);
    return cells;
  }

  /** What is said where the source counts in something else than the form: the figure is read as it stands. */
  #unitDoubt(source: string, unit: string): Omit<Message, "at"> | null {
    if (isEmptyMark(source) || fold(source) === fold(unit)) return null;
    return {
      level: this.#units.has(fold(source)) ? "ask" : "warning",
      code: "cell-unit-differs",
      text: `来源里这一行的单位写作“${source}”，表样是“${unit}”，数照原样读入，请核对。`,
    };
  }

  /** Columns that say nothing of the report, such as row numbers. */
  #dropIdle(row: SourceRow, { idle }: Columns): void {
    for (const [c, why] of idle) if (row[c]) this.#dropped.push({ text: row[c], why });
  }

  #place(row: string, column: ColumnForm): CellPlace {
    return { table: this.#form.form.key, row, column: column.key };
  }

  #say(row: string, columns: Columns, level: Message["level"], code: string, text: string): void {
    for (const column of this.#form.currentColumns) {
      if (columns.values.has(column.key)) this.#messages.push({ level, code, text, at: this.#place(row, column) });
    }
  }

  #unplaced(row: SourceRow, code: string, text: string): void {
    this.#extra.push(row.filter((cell) => cell !== "").join(" "));
    this.#messages.push({ level: "warning", code, text });
  }

  finish(): TableReading {
    const cells: Cell[] = [];
    const following = new Map<string | undefined, { readonly cells: readonly Cell[] }[]>();
    for (const local of this.#localAfter) following.set(local.after, [...(following.get(local.after) ?? []), local]);
    /** The rows of the office's own behind a row, and those behind them: at times a great many, so no recursion. */
    const locals = (after: string | undefined) => {
      const open = [...(following.get(after) ?? [])].reverse();
      for (let local = open.pop(); local; local = open.pop()) {
        append(cells, local.cells);
        const [first] = local.cells;
        if (first) append(open, [...(following.get(first.row) ?? [])].reverse());
      }
    };
    locals(undefined);
    for (const row of this.#form.form.rows) {
      const read = this.#cells.get(row.id);
      if (read && read.length > 0) append(cells, read);
      else if (row.kind !== "header" && row.origin === "national") append(cells, this.#missing(row));
      locals(row.id);
    }
    return {
      table: { key: this.#form.form.key, cells },
      lines: this.#lines,
      extra: this.#extra,
      dropped: this.#dropped,
      messages: this.#messages,
    };
  }

  #missing(row: RowForm): Cell[] {
    return this.#form.currentColumns
      .filter((column) => hasCell(this.#form, row.id, column.key))
      .map((column) => {
        this.#messages.push({
          level: "warning",
          code: "row-missing",
          text: `来源的表里没有“${row.label}”这一行，按未填处理，请核对。`,
          at: this.#place(row.id, column),
        });
        const { unit } = cellKind(row, column);
        return { row: row.id, column: column.key, label: row.label, unit, state: "blank", value: null };
      });
  }
}

/** What is said at each cell of a table that the source has as letters in their places only (PDF). */
function placeDoubt(text: string): Omit<Message, "at"> {
  const read = text === "" ? "没有读到数" : `读作“${text}”`;
  return {
    level: "warning",
    code: "cell-by-place",
    text: `来源文件没有真正的表格，这一格按字的位置${read}，请对照原文件核对。`,
  };
}

/** `单位负责人:张三` */
function isLabelled(text: string): boolean {
  return /^(?!其中)[^\d]{2,12}[:\uff1a]/.test(text);
}

/** Each text is labelled, or what the label before it asks for: a name, a telephone number, but no figure of the table. */
function isSignOff(texts: readonly string[]): boolean {
  return texts.every((text, i) => {
    const before = texts[i - 1] ?? "";
    if (isLabelled(text)) return true;
    return /[:\uff1a]$/.test(before) && (/[^\d.,]/.test(text) || /[话期]\S?$/.test(before));
  });
}

/** Signs that offices put into cells that take no figure. */
function isEmptyMark(text: string): boolean {
  return /^[\s\-—–/\uff0f\uff0d]*$/.test(text);
}
