import { append } from "../../core/append.ts";
import type { Block, Furniture, SourceDocument } from "../../core/document.ts";
import type { Read } from "../../core/report/report.ts";
import { UnreadableFile } from "../unreadable.ts";
import { asFurniture, onceEach } from "../word/furniture.ts";
import { messagesOf } from "../word/messages.ts";
import { type Range, readBoxes } from "./boxes.ts";
import { readPlc } from "./fib.ts";
import { readFonts, readMarks } from "./names.ts";
import { openWord, type WordFile } from "./open.ts";
import { pieceAt, placeOf } from "./pieces.ts";
import { SPRM } from "./sprm.ts";
import { readStory, type Surroundings } from "./story.ts";

/**
 * Reads a Word 97–2003 document (`.doc`, `.dot`, and `.wps` as WPS writes it): the text as its reader sees it, with
 * automatic numbers, merged cells and accepted changes. Headers, footers, comments, contents and hidden text become
 * furniture.
 * @throws UnreadableFile when the file is damaged, encrypted, or older
 */
export function readDoc(bytes: Uint8Array): Read<SourceDocument> {
  try {
    return readStories(openWord(bytes));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableFile(
      "doc.damaged",
      "文件已损坏或不完整，无法读取；原文件没有改动，请用 Word 或 WPS 打开后另存为 docx，再导入新的一份。",
      { cause: error },
    );
  }
}

function readStories(file: WordFile): Read<SourceDocument> {
  const start = startsOf(file);
  const fonts = readFonts(file.list("fonts"));
  const around: Surroundings = {
    hidden: [],
    pictures: 0,
    embedded: 0,
    sections: new Set(readPlc(file.list("sections"), 12).places),
    marks: readMarks(file),
    fontName: (font) => fonts[font],
    box: (at) => (at < start.footnotes ? mainBoxes : headerBoxes).at(at),
  };
  const mainBoxes = readBoxes(
    file,
    { texts: "boxTexts", shapes: "shapes" },
    { boxes: start.boxes, around: 0 },
    (range) => readStory(file, range, around),
  );
  const headerBoxes = readBoxes(
    file,
    { texts: "headerBoxTexts", shapes: "headerShapes" },
    { boxes: start.headerBoxes, around: start.headers },
    (range) => readStory(file, range, around, true),
  );

  const blocks = readStory(file, { from: 0, to: start.footnotes }, around);
  append(blocks, mainBoxes.rest());
  const notes = [
    ...rangesOfNotes(file, "footnoteSigns", "footnoteTexts", start.footnotes),
    ...rangesOfNotes(file, "endnoteSigns", "endnoteTexts", start.endnotes),
  ];
  for (const range of notes) append(blocks, readStory(file, range, around));
  append(
    blocks,
    readMargins(file, start.headers, around, () => headerBoxes.rest()),
  );
  const comments = ranges(file, "commentTexts", start.comments, start.endnotes);
  for (const range of comments)
    for (const block of readStory(file, range, around)) blocks.push(asFurniture(block, "comment"));
  return { value: { blocks }, messages: messagesOf({ ...around, notes: notes.length, comments: comments.length }) };
}

/** Where each story begins; every one but the main text may be empty. */
function startsOf({ fib, text }: WordFile) {
  const { main, footnotes, headers, macros, comments, endnotes, boxes, headerBoxes } = fib.lengths;
  if (main > text.length) throw new RangeError("less text than the head says");
  const at = { footnotes: main, headers: main + footnotes };
  const commentsAt = at.headers + headers + macros;
  const endnotesAt = commentsAt + comments;
  const boxesAt = endnotesAt + endnotes;
  return {
    ...at,
    headersEnd: at.headers + headers,
    comments: commentsAt,
    endnotes: endnotesAt,
    boxes: boxesAt,
    headerBoxes: boxesAt + boxes,
    end: boxesAt + boxes + headerBoxes,
  };
}

/** The stretches that a list of places divides a story into, as places of the whole text. */
function ranges(
  file: WordFile,
  list: "footnoteTexts" | "endnoteTexts" | "commentTexts" | "headerTexts",
  start: number,
  end = Number.POSITIVE_INFINITY,
): Range[] {
  const { places } = readPlc(file.list(list), 0);
  // The last place is behind the story's own closing mark.
  return places
    .slice(0, -2)
    .map((from, i) => ({ from: start + from, to: Math.min(start + (places[i + 1] ?? from), end) }));
}

/** Notes follow the body, in the order of their signs; a note whose sign was deleted is not on the paper. */
function rangesOfNotes(
  file: WordFile,
  signs: "footnoteSigns" | "endnoteSigns",
  texts: "footnoteTexts" | "endnoteTexts",
  start: number,
): Range[] {
  const { places } = readPlc(file.list(signs), 2);
  return ranges(file, texts, start).filter((_, i) => {
    const at = places[i];
    return at !== undefined && !isDeleted(file, at);
  });
}

function isDeleted(file: WordFile, at: number): boolean {
  const piece = file.pieces[pieceAt(file.pieces, at)];
  const sprms = piece ? file.characters.at(placeOf(piece, at))?.sprms : undefined;
  return sprms?.some(({ code, operand }) => code === SPRM.deleted && operand.u8(0) !== 0) ?? false;
}

/** Before the first section's stand six stories for lines between text and notes; then six a section. */
const NOTE_LINES = 6;
const KINDS = ["header", "header", "footer", "footer", "header", "footer"] as const;

function readMargins(file: WordFile, start: number, around: Surroundings, rest: () => Block[]): Furniture[] {
  const found: Furniture[] = [];
  for (const [i, range] of ranges(file, "headerTexts", start).entries()) {
    if (i < NOTE_LINES || range.to <= range.from) continue;
    const why = `running ${KINDS[(i - NOTE_LINES) % 6] ?? "header"}`;
    for (const block of readStory(file, range, around, true)) found.push(asFurniture(block, why));
  }
  for (const block of rest()) found.push(asFurniture(block, "running footer"));
  return onceEach(found);
}
