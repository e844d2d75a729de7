import { CFB, utils, write } from "@e965/xlsx";

/** Old workbooks, record by record ([MS-XLS]): what no library of today writes any more. */

const GLOBALS = 0x0005;
const SHEET = 0x0010;

/** One record: its type, its length, its body. */
export function record(type: number, ...body: readonly (readonly number[] | Uint8Array)[]): Uint8Array {
  const bytes = body.flatMap((part) => [...part]);
  return Uint8Array.from([...u16(type), ...u16(bytes.length), ...bytes]);
}

export function u16(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

function double(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return bytes;
}

/** What stands in a cell: a number, or a text already in the bytes of the code page. */
type OldCell = number | Uint8Array | null;

export interface OldSheet {
  readonly name: Uint8Array;
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
  readonly rows: readonly (readonly OldCell[])[];
}

/** The stream of an Excel 5 or 95 workbook in code page 936; `extra` stands among the records of the whole book. */
export function oldStream(sheets: readonly OldSheet[], extra: readonly Uint8Array[] = []): Uint8Array {
  const parts = sheets.map(sheetPart);
  const listed = (places: readonly number[]) =>
    join([
      begin(GLOBALS),
      record(0x0042, u16(936)),
      ...extra,
      ...sheets.map(({ name, hidden }, i) =>
        record(0x0085, u32(places[i] ?? 0), [hidden ? 1 : 0, 0, name.length], name),
      ),
      record(0x000a),
    ]);
  const places: number[] = [];
  let at = listed([]).length;
  for (const part of parts) {
    places.push(at);
    at += part.length;
  }
  return join([listed(places), ...parts]);
}

function begin(kind: number): Uint8Array {
  return record(0x0809, u16(0x0500), u16(kind), u16(0), u16(0));
}

function sheetPart({ rows, hiddenRows = [] }: OldSheet): Uint8Array {
  const hidden = hiddenRows.map((row) =>
    record(0x0208, u16(row), u16(0), u16(9), u16(255), u16(0), u16(0), u16(0x20), u16(0)),
  );
  const cells = rows.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      if (cell === null) return [];
      const place = [...u16(r), ...u16(c), ...u16(0)];
      return [
        typeof cell === "number" ? record(0x0203, place, double(cell)) : record(0x0204, place, u16(cell.length), cell),
      ];
    }),
  );
  return join([begin(SHEET), ...hidden, ...cells, record(0x000a)]);
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** An OLE file with these streams in its root. */
export function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, Buffer.from(content));
  return new Uint8Array(CFB.write(file, { type: "buffer" }) as Buffer);
}

/** A workbook of today's records (BIFF 8), as a program other than Excel writes it. */
export function xls(rows: readonly (readonly unknown[])[]): Uint8Array {
  const book = utils.book_new(utils.aoa_to_sheet(rows.map((row) => [...row])), "统计表");
  return new Uint8Array(write(book, { bookType: "biff8", bookSST: true, type: "buffer" }) as Buffer);
}
