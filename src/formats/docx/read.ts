import { append } from "../../core/append.ts";
import type { Block, Furniture, SourceDocument } from "../../core/document.ts";
import type { Message, Read } from "../../core/report/report.ts";
import { flatPackage, type XmlPackage, zipPackage } from "../ooxml/package.ts";
import { type Relationship, relationshipsOf } from "../ooxml/relationships.ts";
import { childElements, type XmlElement } from "../ooxml/tree.ts";
import { parseXmlPart } from "../ooxml/xml.ts";
import { UnreadableFile } from "../unreadable.ts";
import { asFurniture, onceEach } from "../word/furniture.ts";
import { messagesOf } from "../word/messages.ts";
import { readBlocks } from "./blocks.ts";
import { readNumbering } from "./numbering.ts";
import { makeNotices, makeStory, type Notices, type Story } from "./story.ts";
import { readStyles } from "./styles.ts";
import { packageOf2003 } from "./word-2003.ts";

/**
 * Reads a `.docx` (or `.docm`, `.dotx`): the text as its reader sees it, with automatic numbers, merged cells
 * and accepted changes. Headers, footers, comments, contents and hidden text become furniture.
 * @throws UnreadableFile when the file is damaged, encrypted, dangerous, or no Word document
 */
export async function readDocx(bytes: Uint8Array): Promise<Read<SourceDocument>> {
  return readPackage(await zipPackage(bytes));
}

/**
 * Reads Word's two kinds of XML document, also under the name `.doc`, as programs of offices write them: all parts of
 * a docx in one file, or the one of 2003.
 * @throws UnreadableFile when it is neither, or not well-formed
 */
export async function readWordXml(bytes: Uint8Array): Promise<Read<SourceDocument>> {
  const root = parseXmlPart(bytes);
  return readPackage(root.tag === "w:wordDocument" ? packageOf2003(root) : flatPackage(root));
}

async function readPackage(parts: XmlPackage): Promise<Read<SourceDocument>> {
  const main = await mainPart(parts);
  const links = await relationshipsOf(parts, main.name);
  const partOfType = async (type: string): Promise<XmlElement | null> => {
    const link = [...links.values()].find((candidate) => candidate.type === type && !candidate.external);
    return link ? parts.part(link.target) : null;
  };

  const styles = readStyles(await partOfType("styles"));
  const numbering = readNumbering(await partOfType("numbering"), styles);
  const notices = makeNotices();
  const story = (root: XmlElement, repeated = false): Story => makeStory(root, styles, numbering, notices, repeated);

  const body = childElements(main.root, "w:body");
  const blocks = body.flatMap((element) => readBlocks(element, story(element)));
  append(blocks, await readNotes(notices, partOfType, story));
  append(blocks, await readMargins(notices, parts, links, story));
  const comments = childElements((await partOfType("comments")) ?? undefined, "w:comment");
  blocks.push(
    ...comments.flatMap((comment) => readBlocks(comment, story(comment)).map((block) => asFurniture(block, "comment"))),
  );

  const messages: readonly Message[] = messagesOf({
    ...notices,
    notes: notices.notes.length,
    comments: comments.length,
  });
  return { value: { blocks }, messages };
}

async function mainPart(parts: XmlPackage): Promise<{ name: string; root: XmlElement }> {
  const links = [...(await relationshipsOf(parts, "")).values()];
  const name = links.find((link) => link.type === "officeDocument" && !link.external)?.target ?? "word/document.xml";
  const root = await parts.part(name);
  if (root?.tag === "w:document") return { name, root };
  if (root?.tag === "x:workbook") {
    throw new UnreadableFile("docx.workbook", "这是 Excel 表格，不是 Word 文档；请把文件名的后缀改为 .xlsx 后再导入。");
  }
  throw new UnreadableFile(
    "docx.foreign",
    "这个文件不是 Word 文档（.docx），里面没有正文；请用 Word 或 WPS 打开原文件，另存为 .docx 后再导入。",
  );
}

/** Notes follow the body, in the order of their signs; a note whose sign was deleted is not on the paper. */
async function readNotes(
  notices: Notices,
  partOfType: (type: string) => Promise<XmlElement | null>,
  story: (root: XmlElement) => Story,
): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const kind of ["footnote", "endnote"] as const) {
    const wanted = notices.notes.filter((note) => note.kind === kind).map((note) => note.id);
    if (wanted.length === 0) continue;
    const notes = childElements((await partOfType(`${kind}s`)) ?? undefined, `w:${kind}`);
    const byId = new Map(notes.map((note) => [note.attributes["w:id"] ?? "", note]));
    for (const id of new Set(wanted)) {
      const note = byId.get(id);
      if (note) append(blocks, readBlocks(note, story(note)));
    }
  }
  return blocks;
}

/** Headers and footers: those that a section names. */
async function readMargins(
  notices: Notices,
  parts: XmlPackage,
  links: ReadonlyMap<string, Relationship>,
  story: (root: XmlElement, repeated: boolean) => Story,
): Promise<Furniture[]> {
  const found: Furniture[] = [];
  const kinds = new Map(notices.margins.map(({ kind, id }) => [links.get(id)?.target ?? "", kind]));
  for (const [name, kind] of kinds) {
    const root = await parts.part(name);
    const why = kind === "header" ? "running header" : "running footer";
    for (const block of root ? readBlocks(root, story(root, true)) : []) found.push(asFurniture(block, why));
  }
  return onceEach(found);
}
