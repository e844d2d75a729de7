import type { SourceDocument } from "../../core/document.ts";
import type { Read } from "../../core/report/report.ts";
import { parseXml } from "../ooxml/xml.ts";
import { decodeText } from "../text/decode.ts";
import { readWorkbook } from "../xlsx/read.ts";
import { xmlWorkbook } from "./xml-workbook.ts";

/**
 * Reads an Excel workbook saved as XML ("XML 电子表格 2003"), also under the name `.xls`. The workbook library would
 * read it too, but of a text in several colours it keeps only the last.
 * @throws UnreadableFile when it is not well-formed, has a DOCTYPE, or is too large
 */
export async function readExcelXml(bytes: Uint8Array): Promise<Read<SourceDocument>> {
  const { SSF } = await import("@e965/xlsx");
  const text = decodeText(bytes).text.replace(/^\ufeff/, "");
  return readWorkbook(xmlWorkbook(parseXml(text), SSF));
}
