import { append } from "../../core/append.ts";
import type { Furniture, SourceDocument } from "../../core/document.ts";
import type { Read } from "../../core/report/report.ts";
import { child, childElements, type XmlElement } from "../ooxml/tree.ts";
import { asFurniture, onceEach } from "../word/furniture.ts";
import { messagesOf } from "../word/messages.ts";
import { marginsOf, readBlocks } from "./blocks.ts";
import { Lists } from "./lists.ts";
import { openFlatOdt, openOdt, type TextDocument } from "./open.ts";
import type { Story } from "./story.ts";
import { readStyles } from "./styles.ts";

/**
 * Reads an OpenDocument text (`.odt`, `.ott`): the text as its reader sees it, with automatic numbers, merged cells and
 * accepted changes. Headers, footers, comments, contents and hidden text become furniture.
 * @throws UnreadableFile when the file is damaged, encrypted, dangerous, or no text
 */
export async function readOdt(bytes: Uint8Array): Promise<Read<SourceDocument>> {
  return readText(await openOdt(bytes));
}

/** Reads the same in one XML file (`.fodt`). */
export function readFlatOdt(bytes: Uint8Array): Read<SourceDocument> {
  return readText(openFlatOdt(bytes));
}

function readText({ body, styles: roots }: TextDocument): Read<SourceDocument> {
  const styles = readStyles(roots);
  const story: Story = {
    styles,
    lists: new Lists(styles),
    hidden: [],
    notes: [],
    comments: [],
    deletions: deletionsOf(body),
    deleting: new Set(),
    pictures: 0,
    embedded: 0,
    repeated: false,
  };
  const blocks = readBlocks(body, story);
  for (const kind of ["footnote", "endnote"])
    for (const note of story.notes.filter((one) => one.kind === kind)) append(blocks, readBlocks(note.body, story));
  const margins: Furniture[] = styles.pages
    .flatMap(marginsOf)
    .flatMap(({ why, part }) => readBlocks(part, { ...story, repeated: true }).map((block) => asFurniture(block, why)));
  append(blocks, onceEach(margins));
  for (const comment of story.comments)
    for (const block of readBlocks(comment, story)) blocks.push(asFurniture(block, "comment"));
  const messages = messagesOf({ ...story, notes: story.notes.length, comments: story.comments.length });
  return { value: { blocks }, messages };
}

/** Deleted text mostly lies apart, with the list of changes; LibreOffice also leaves it in its place, between marks. */
function deletionsOf(body: XmlElement): Set<string> {
  const regions = childElements(child(body, "text:tracked-changes"), "text:changed-region");
  const deleted = regions.filter((region) => child(region, "text:deletion"));
  return new Set(deleted.map(({ attributes }) => attributes["text:id"] ?? attributes["xml:id"] ?? ""));
}
