import { append } from "../../core/append.ts";
import type { Furniture, SourceDocument } from "../../core/document.ts";
import type { Message, Read } from "../../core/report/report.ts";
import { asFurniture, onceEach } from "../word/furniture.ts";
import { messagesOf } from "../word/messages.ts";
import { readFonts } from "./fonts.ts";
import { readNumbering } from "./lists.ts";
import { destinationOf, isControl, isGroup, parseRtf, type RtfGroup } from "./parse.ts";
import { readStory, type Surroundings } from "./story.ts";
import { readStyles } from "./styles.ts";

/**
 * Reads RTF, also under the name `.doc`: the text as its reader sees it, with automatic numbers, merged cells and
 * accepted changes. Headers, footers, comments, contents and hidden text become furniture.
 * @throws UnreadableFile when it nests beyond any writer's habit
 */
export function readRtf(bytes: Uint8Array): Read<SourceDocument> {
  const { root, cut } = parseRtf(bytes);
  const part = (word: string): RtfGroup | undefined =>
    root.items.filter(isGroup).find((group) => destinationOf(group).word === word);
  const fonts = readFonts(part("fonttbl"), head(root, "ansicpg") ?? 1252, head(root, "uc") ?? 1);
  const around: Surroundings = {
    fonts,
    styles: readStyles(part("stylesheet"), fonts),
    numbering: readNumbering(part("listtable"), part("listoverridetable"), fonts),
    hidden: [],
    notes: [],
    comments: [],
    margins: [],
    pictures: 0,
    embedded: 0,
  };
  const blocks = readStory(root, around);
  for (const kind of ["footnote", "endnote"])
    for (const note of around.notes.filter((one) => one.kind === kind)) append(blocks, readStory(note.group, around));
  append(blocks, readMargins(around));
  for (const comment of around.comments)
    for (const block of readStory(comment, around)) blocks.push(asFurniture(block, "comment"));

  const messages = messagesOf({ ...around, notes: around.notes.length, comments: around.comments.length });
  return { value: { blocks }, messages: cut ? [CUT, ...messages] : messages };
}

const CUT: Message = {
  level: "warning",
  code: "file.cut",
  text: "文件不完整，可能没有传完：只读到中断的地方。请重新取得这份文件，或对照原文件核对末尾。",
};

/** The number behind a control word in the file's head. */
function head(root: RtfGroup, word: string): number | null {
  const found = root.items.slice(0, 40).find((item) => isControl(item) && item.word === word);
  return isControl(found) ? found.value : null;
}

function readMargins(around: Surroundings): Furniture[] {
  const found: Furniture[] = [];
  for (const { kind, group } of around.margins)
    for (const block of readStory(group, around, true)) found.push(asFurniture(block, `running ${kind}`));
  return onceEach(found);
}
