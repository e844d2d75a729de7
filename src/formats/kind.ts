import { refusal } from "./refusals.ts";
import { type Container, type Foreign, sniffContainer } from "./sniff.ts";

/** Kinds of file that a reader stands ready for. */
export type Kind = Exclude<Container, Foreign | "empty" | "zip" | "ole"> | "docx" | "xlsx" | "odt" | "doc" | "xls";

/**
 * What a file is, by its bytes and by what lies inside a zip or an OLE file. A `.doc` may be any of them.
 * @throws UnreadableFile with one sentence for the clerk when it is something that no report can be read from
 */
export async function tellKind(bytes: Uint8Array): Promise<Kind> {
  const container = sniffContainer(bytes);
  switch (container) {
    case "zip":
      return insideZip(bytes);
    case "ole":
      return insideOle(bytes);
    case "json":
    case "text":
    case "pdf":
    case "rtf":
    case "html":
    case "mht":
    case "word-xml":
    case "excel-xml":
    case "flat-odt":
      return container;
    default:
      throw refusal(container);
  }
}

async function insideZip(bytes: Uint8Array): Promise<Kind> {
  const { openZip } = await import("./ooxml/zip.ts");
  const zip = await openZip(bytes);
  const under = (folder: string): boolean => zip.names.some((name) => name.toLowerCase().startsWith(folder));
  if (zip.has("xl/workbook.xml") || zip.has("xl/workbook.bin")) return "xlsx";
  if (under("word/")) return "docx";
  if (under("ppt/")) throw refusal("slides");
  if (zip.has("OFD.xml")) throw refusal("ofd");
  if (zip.has("uof.xml")) throw refusal("uof");
  const said = new TextDecoder().decode((await zip.read("mimetype")) ?? new Uint8Array());
  if (said.includes("opendocument.text")) return "odt";
  if (said.includes("opendocument.spreadsheet")) throw refusal("opendocument-sheet");
  if (said.includes("opendocument.presentation")) throw refusal("slides");
  throw refusal("unknown-zip");
}

async function insideOle(bytes: Uint8Array): Promise<Kind> {
  const { openCompound } = await import("./ole/compound.ts");
  const { names } = openCompound(bytes);
  const has = (...any: readonly string[]): boolean => any.some((name) => names.has(name));
  if (has("EncryptedPackage", "\u0009DRMContent")) throw refusal("encrypted");
  if (has("WordDocument")) return "doc";
  if (has("Workbook", "Book", "WORKBOOK", "BOOK")) return "xls";
  if (has("PowerPoint Document")) throw refusal("slides");
  if (has("MatOST", "MM")) throw refusal("works");
  if ([...names].some((name) => name.startsWith("__substg1.0_"))) throw refusal("mail");
  if (has("VisioDocument", "Quill")) throw refusal("drawing");
  throw refusal("unknown-ole");
}
