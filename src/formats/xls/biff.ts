import { UnreadableFile } from "../unreadable.ts";

/** What the records of a workbook stream ([MS-XLS]) say of it before a cell is read. */
export interface Biff {
  /** 8 since Excel 97, with texts in UTF-16; 5 is Excel 5 and 95, with texts in the machine's code page. */
  readonly version: 5 | 8;
}

const BEGIN = 0x0809;
const END = 0x000a;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
const VERSION_8 = 0x0600;

/**
 * Walks all records of the stream. A stream that was cut off is refused: the library reads what is left of it
 * without a word, and half a table would pass for a whole one.
 * @throws UnreadableFile when it is encrypted or not whole
 */
export function inspectBiff(stream: Uint8Array): Biff {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const begins = new Set<number>();
  const sheets: number[] = [];
  let depth = 0;
  let at = 0;
  while (at + 4 <= stream.length) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const body = at + 4;
    if (type === 0 && length === 0) break;
    if (body + length > stream.length) throw damaged("a record that is cut off");
    if (type === BEGIN) {
      begins.add(at);
      depth += 1;
    } else if (type === END) depth -= 1;
    else if (type === FILE_PASS) throw encrypted();
    else if (type === BOUND_SHEET && length >= 4) sheets.push(view.getUint32(body, true));
    at = body + length;
  }
  if (!begins.has(0) || depth !== 0) throw damaged("a part without its end");
  if (sheets.length === 0 || !sheets.every((place) => begins.has(place))) throw damaged("a sheet that is not there");
  return { version: view.getUint16(4, true) === VERSION_8 ? 8 : 5 };
}

function encrypted(): UnreadableFile {
  return new UnreadableFile(
    "xls.encrypted",
    "这份 Excel 文件加了密码或保护，无法读取；请在 Excel 或 WPS 中取消密码和工作簿保护、保存后再导入。",
  );
}

/** The sentence for a workbook that is not whole. */
export function damaged(cause: string): UnreadableFile {
  return new UnreadableFile(
    "xls.damaged",
    "文件不是完整的 Excel 工作簿，无法读取；原文件没有改动，请用 Excel 或 WPS 打开后另存为 xlsx，再导入新的一份。",
    { cause },
  );
}
