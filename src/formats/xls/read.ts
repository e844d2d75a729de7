import type { SourceDocument } from "../../core/document.ts";
import type { Read } from "../../core/report/report.ts";
import { openCompound } from "../ole/compound.ts";
import { readWorkbook } from "../xlsx/read.ts";
import { openWorkbook } from "../xlsx/workbook.ts";
import { damaged, inspectBiff } from "./biff.ts";
import { CODE_PAGES } from "./code-pages.ts";

/** Excel 97 and later, then Excel 5 and 95; programs differ in how they write the name. */
const STREAMS = ["Workbook", "WORKBOOK", "Book", "BOOK"];

/**
 * Reads an old Excel workbook (`.xls`, `.et`): an OLE file whose stream holds the sheets. What comes out is what the
 * reader of `.xlsx` makes of the same workbook.
 * @throws UnreadableFile when the stream is missing, encrypted or not whole
 */
export async function readXls(bytes: Uint8Array): Promise<Read<SourceDocument>> {
  const file = openCompound(bytes);
  const name = STREAMS.find((candidate) => file.names.has(candidate));
  const stream = name === undefined ? null : file.stream(name);
  if (!stream) throw damaged("no workbook stream");
  const { version } = inspectBiff(stream);
  // Only then: the tables stand for all reading in this process, and BIFF 8 needs none.
  if (version === 5) (await import("@e965/xlsx")).set_cptable(CODE_PAGES);
  return readWorkbook(await openWorkbook(stream));
}
