import JSZip from "jszip";

/**
 * Mends what exceljs 4.4 leaves no way to say, in the workbook that it wrote:
 * - the default font, by which column widths are measured, is 宋体 and not Calibri, which domestic systems lack;
 * - the program is named as it is: LibreOffice takes the row heights of a file "by Microsoft Excel" on trust, and
 *   would show one line of each wrapped paragraph.
 */
export async function finishWorkbook(bytes: ArrayBuffer): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  await replaceIn(zip, "xl/styles.xml", DEFAULT_FONT, '<font><sz val="11"/><name val="宋体"/></font>');
  await replaceIn(zip, "docProps/app.xml", APPLICATION, "<Application>年报通</Application>");
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const DEFAULT_FONT = /<font>(?:(?!<\/font>).)*<name val="Calibri"\/>(?:(?!<\/font>).)*<\/font>/s;
const APPLICATION = /<Application>[^<]*<\/Application>/;

async function replaceIn(zip: JSZip, name: string, pattern: RegExp, by: string): Promise<void> {
  const text = await zip.file(name)?.async("string");
  if (text === undefined || !pattern.test(text)) throw new Error(`exceljs no longer writes ${pattern} in ${name}`);
  zip.file(name, text.replace(pattern, by));
}
