import type { TableOfForm } from "../form/form.ts";
import type { Cell, Message } from "../report/report.ts";
import { fold } from "../text/fold.ts";
import type { TableReading } from "./table-output.ts";

export interface NamedTable {
  readonly name: string;
  readonly table: TableReading;
}

interface Held {
  readonly cell: Cell;
  readonly from: string;
  /** True when the file has no such row. */
  readonly absent: boolean;
  readonly messages: readonly Message[];
}

/**
 * Lays the same table out of several files together, cell by cell. The fullest table leads; a cell that it has not is
 * taken from another; a cell that two files fill differently has a message with both values.
 */
export function joinTables(tables: readonly NamedTable[], form: TableOfForm): TableReading | null {
  const [lead, ...others] = [...tables].sort((a, b) => filled(b.table) - filled(a.table));
  if (!lead) return null;
  const lent = new LentCells(form);
  lent.add(lead);
  // A form that somebody left empty beside the filled one says nothing.
  for (const other of others) if (filled(other.table) > 0) lent.add(other);
  const held = lent.inOrder();
  const all = [lead, ...others].map(({ table }) => table);
  return {
    table: { key: lead.table.table.key, cells: held.map(({ cell }) => cell) },
    lines: all.flatMap(({ lines }) => lines),
    extra: all.flatMap(({ extra }) => extra),
    dropped: all.flatMap(({ dropped }) => dropped),
    messages: [
      ...held.flatMap(({ messages }) => messages),
      ...all.flatMap(({ messages }) => messages.filter((message) => !isAtCell(message))),
    ],
  };
}

/** Cells of several tables under one set of rows. */
class LentCells {
  readonly #form: TableOfForm;
  /** Row → column → the cell that counts. */
  readonly #rows = new Map<string, Map<string, Held>>();
  readonly #order: string[] = [];
  /**
   * Name of a local row → its id. A row of the office's own is the same in two files when it is called the same; of
   * two that one file calls the same (`其中：涉密` under two heads) the second is that of the other file's second.
   */
  readonly #locals = new Map<string, string>();

  constructor(form: TableOfForm) {
    this.#form = form;
  }

  add({ name, table }: NamedTable): void {
    const missing = missingRows(table);
    const said = messagesByPlace(table);
    const locals = localNames(table.table.cells.filter(({ row }) => !this.#form.rows.has(row)));
    let before: string | undefined;
    for (const cell of table.table.cells) {
      const local = locals.get(cell.row);
      const row = local === undefined ? cell.row : this.#localRow(local);
      const absent = missing.has(cell.row);
      const messages = (said.get(placeOf(cell)) ?? []).map((message) => moved(message, row));
      this.#put({ cell: { ...cell, row }, from: name, absent, messages }, before);
      before = row;
    }
  }

  #put(now: Held, before: string | undefined): void {
    const { row, column } = now.cell;
    const columns = this.#rows.get(row);
    if (columns) {
      columns.set(column, this.#joined(columns.get(column), now));
      return;
    }
    this.#rows.set(row, new Map([[column, now]]));
    // Nearly always the row before is the last one; a row that only another file has is put between.
    if (before !== undefined && before === this.#order.at(-1)) this.#order.push(row);
    else this.#order.splice(before === undefined ? 0 : this.#order.indexOf(before) + 1, 0, row);
  }

  #localRow(name: string): string {
    const id = this.#locals.get(name) ?? `local-${this.#locals.size + 1}`;
    this.#locals.set(name, id);
    return id;
  }

  #joined(before: Held | undefined, now: Held): Held {
    if (!before || before.absent) return now;
    const [a, b] = [before.cell, now.cell];
    if (now.absent || (a.state === b.state && a.value === b.value)) return before;
    const stays = a.state === "blank" && b.state !== "blank" ? now : before;
    const differ: Message = {
      level: "warning",
      code: "files-differ",
      text: `“${before.from}”里是${shown(a)}，“${now.from}”里是${shown(b)}，用的是${shown(stays.cell)}，请核对。`,
      at: { table: this.#form.form.key, row: a.row, column: a.column },
    };
    return { ...stays, messages: [...stays.messages, differ] };
  }

  inOrder(): Held[] {
    return this.#order.flatMap((row) => [...(this.#rows.get(row)?.values() ?? [])]);
  }
}

/** Id of a local row in its own file → its name: its folded label, and how many before it are called the same. */
function localNames(cells: readonly Cell[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const times = new Map<string, number>();
  for (const { row, label } of cells) {
    if (names.has(row)) continue;
    const name = fold(label);
    const nth = times.get(name) ?? 0;
    times.set(name, nth + 1);
    names.set(row, `${name}:${nth}`);
  }
  return names;
}

function filled({ table }: TableReading): number {
  return table.cells.filter(({ state }) => state === "number").length;
}

function isAtCell({ at }: Message): boolean {
  return at !== undefined && "row" in at;
}

function messagesByPlace({ messages }: TableReading): ReadonlyMap<string, readonly Message[]> {
  const found = new Map<string, Message[]>();
  for (const message of messages) {
    if (!message.at || !("row" in message.at)) continue;
    const place = placeOf(message.at);
    const here = found.get(place);
    if (here) here.push(message);
    else found.set(place, [message]);
  }
  return found;
}

function placeOf({ row, column }: Pick<Cell, "row" | "column">): string {
  return `${row}:${column}`;
}

function moved(message: Message, row: string): Message {
  return message.at && "row" in message.at ? { ...message, at: { ...message.at, row } } : message;
}

/** Rows that the table has only because the form has them. */
function missingRows({ messages }: TableReading): Set<string> {
  const gone = messages.filter(({ code }) => code === "row-missing");
  return new Set(gone.flatMap(({ at }) => (at && "row" in at ? [at.row] : [])));
}

function shown({ value, raw, state }: Cell): string {
  return value ?? (raw ? `“${raw}”` : state === "blank" ? "空白" : "“/”");
}
