import JSZip from "jszip";

/**
 * Mends what exceljs 4.4 leaves no way to say, in the workbook that it wrote:
 * - the default font, by which column widths are measured, is 宋体 and not Calibri, which domestic systems lack;
 * - in a sheet of wrapped text the row heights are the program's, not the clerk's: after an edit Excel fits them
 *   anew. (Without any height LibreOffice would show one line of each paragraph.)
 * @param fitted the ids of the sheets whose rows fit their text
 */
export async function finishWorkbook(bytes: ArrayBuffer, fitted: readonly number[]): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  await replaceIn(zip, "xl/styles.xml", DEFAULT_FONT, '<font><sz val="11"/><name val="宋体"/></font>');
  for (const id of fitted) await replaceIn(zip, `xl/worksheets/sheet${id}.xml`, CUSTOM_HEIGHT, "");
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const DEFAULT_FONT = /<font>(?:(?!<\/font>).)*<name val="Calibri"\/>(?:(?!<\/font>).)*<\/font>/s;
const CUSTOM_HEIGHT = / customHeight="1"/g;

async function replaceIn(zip: JSZip, name: string, pattern: RegExp, by: string): Promise<void> {
  const text = await zip.file(name)?.async("string");
  if (text === undefined) throw new Error(`exceljs no longer writes ${name}`);
  zip.file(name, text.replace(pattern, by));
}
