import type { Block, SourceDocument } from "../../core/document.ts";
import type { Message, Read } from "../../core/report/report.ts";
import { UnreadableFile } from "../unreadable.ts";
import { asFurniture, onceEach } from "../word/furniture.ts";
import { messagesOf } from "../word/messages.ts";
import { articleBlocks } from "./article.ts";
import { decodePage } from "./decode.ts";
import { mimeParts } from "./mime.ts";
import { readPieces } from "./pieces.ts";
import { parseHtml } from "./tree.ts";

/**
 * Reads a web page: a site's page saved from a browser, a document that Word or WPS saved as one, or a mere piece of
 * HTML. Nothing of it is run or fetched. Menus, paths, feet and the like become furniture.
 * @throws UnreadableFile when it has no text
 */
export function readHtml(bytes: Uint8Array): Read<SourceDocument> {
  return readPages([decodePage(bytes)]);
}

/** Reads a page saved as a single file (`.mht`), also under the name `.doc`. */
export function readMht(bytes: Uint8Array): Read<SourceDocument> {
  const pages = mimeParts(bytes).filter(({ type }) => type === "text/html" || type === "application/xhtml+xml");
  return readPages(
    pages.map((page) => decodePage(page.bytes, page.charset)),
    pages.map(({ location }) => (/header\.html?$/i.test(location) ? "running header" : "web navigation")),
  );
}

/**
 * The first page is the document; where it only holds frames, the one with most text is. Of the others all is
 * furniture, for the reason in `whys`.
 */
function readPages(pages: readonly string[], whys: readonly string[] = []): Read<SourceDocument> {
  const reads = pages.map(readPage);
  const [first] = reads;
  const main = first && letters(first) > 0 ? first : [...reads].sort((a, b) => letters(b) - letters(a))[0];
  if (!main || letters(main) === 0) {
    throw new UnreadableFile(
      "html.no-text",
      "这个网页文件里没有正文（正文可能要联网才显示）。请打开网页，把正文和表格复制到 WPS 中，另存为 docx 后再导入。",
    );
  }
  const others = reads.flatMap((read, i) =>
    read === main
      ? []
      : read.value.blocks.map((block) => asFurniture(block, whyOf(block) ?? whys[i] ?? "web navigation")),
  );
  return { value: { blocks: [...main.value.blocks, ...onceEach(others)] }, messages: main.messages };
}

function whyOf(block: Block): string | null {
  return block.kind === "furniture" && block.why !== "hidden text" ? block.why : null;
}

/** How much a page has that may be the report's. */
function letters({ value }: Read<SourceDocument>): number {
  return value.blocks.reduce(
    (sum, block) => sum + (block.kind === "furniture" ? 0 : block.kind === "paragraph" ? block.text.length : 1),
    0,
  );
}

function readPage(html: string): Read<SourceDocument> {
  const pieces = readPieces(parseHtml(html));
  const blocks = articleBlocks(pieces);
  const kept = new Set<Block>(blocks.filter(({ kind }) => kind !== "furniture"));
  const hidden = blocks.flatMap((block) =>
    block.kind === "furniture" && block.why === "hidden text" ? [block.text] : [],
  );
  const pictures = pieces.reduce((sum, piece) => sum + (kept.has(piece.block) ? piece.pictures : 0), 0);
  const comments = blocks.filter((block) => block.kind === "furniture" && block.why === "comment").length;
  const messages: readonly Message[] = messagesOf({ hidden, notes: 0, comments, pictures, embedded: 0 });
  return { value: { blocks }, messages };
}
