import type { Block } from "../../core/document.ts";
import { type Fields, makeFields } from "../word/fields.ts";
import { type Flow, type FlowEnd, makeFlow } from "../word/flow.ts";
import { anchor, closeLine, type Line, makeLine } from "../word/line.ts";
import { symbolText, withSymbols } from "../word/symbols.ts";
import { type CharacterLooks, characterLooks, type ParagraphLooks, paragraphLooks } from "./looks.ts";
import type { WordFile } from "./open.ts";
import { type Piece, pieceAt, placeOf } from "./pieces.ts";
import { rowShape } from "./rows.ts";
import type { Sprm } from "./sprm.ts";

/** What was met on the way, and where things are anchored; places count through the whole text. */
export interface Surroundings {
  readonly hidden: string[];
  pictures: number;
  embedded: number;
  /** Behind these places a section ends. */
  readonly sections: ReadonlySet<number>;
  /** The text box anchored at a place. */
  readonly box: (at: number) => readonly Block[];
  readonly marks: ReadonlyMap<number, string>;
  readonly fontName: (font: number) => string | undefined;
}

/** Reads a stretch of the text, paragraph after paragraph. `repeated`: headers and footers, on every page. */
export function readStory(
  file: WordFile,
  range: { readonly from: number; readonly to: number },
  around: Surroundings,
  repeated = false,
): Block[] {
  const text = file.text.slice(range.from, range.to);
  const count = (sign: string): number => text.split(sign).length - 1;
  const fields = makeFields(count("\u0013") === count("\u0015"), repeated);
  return new StoryReader(file, around, fields).read(range.from, range.to);
}

/** Characters with one set of properties, or a single sign of control. */
const RUNS = /[\u0000-\u001f(]|[^\u0000-\u001f(]+/g;

class StoryReader {
  readonly #file: WordFile;
  readonly #around: Surroundings;
  readonly #fields: Fields;
  readonly #flow: Flow = makeFlow();
  /** The code of each open field until its result begins. */
  readonly #codes: (string | null)[] = [];
  #line: Line = makeLine();

  constructor(file: WordFile, around: Surroundings, fields: Fields) {
    this.#file = file;
    this.#around = around;
    this.#fields = fields;
  }

  read(from: number, to: number): Block[] {
    const { text, pieces } = this.#file;
    for (let i = pieceAt(pieces, from); i < pieces.length; i += 1) {
      const piece = pieces[i];
      if (!piece || piece.from >= to) break;
      const end = Math.min(piece.to, to);
      for (let at = Math.max(piece.from, from); at < end; ) {
        const stretch = this.#stretch(piece, at, end);
        this.#text(text.slice(at, stretch.end), at, piece, stretch.looks);
        at = stretch.end;
      }
    }
    this.#endParagraph(paragraphLooks(0, [], this.#file.styles), "paragraph", false);
    return this.#flow.finish();
  }

  /** From `at` on: how far one set of character properties reaches, and what it says. */
  #stretch(piece: Piece, at: number, end: number): { end: number; looks: CharacterLooks } {
    const { characters, paragraphs, styles } = this.#file;
    const place = placeOf(piece, at);
    const run = characters.at(place);
    const paragraph = paragraphs.at(place);
    const lasts = run ? Math.ceil((run.to - place) / piece.width) : end - at;
    const style = paragraphLooks(paragraph?.style ?? 0, [], styles).style;
    return {
      end: Math.min(end, at + Math.max(lasts, 1)),
      looks: characterLooks([...(run?.sprms ?? []), ...piece.sprms], style, styles),
    };
  }

  #text(text: string, from: number, piece: Piece, looks: CharacterLooks): void {
    if (looks.deleted) return;
    for (const match of text.matchAll(RUNS)) {
      const [part] = match;
      const at = from + match.index;
      const mark = this.#around.marks.get(at);
      if (part.length > 1 || part.charCodeAt(0) >= 0x20) this.#plain(part, at, looks);
      else {
        if (mark !== undefined) this.#line.mark ??= mark;
        this.#sign(part.charCodeAt(0), at, piece, looks);
      }
    }
  }

  #plain(text: string, at: number, looks: CharacterLooks): void {
    for (let i = 0; i < text.length && this.#line.mark === null && this.#around.marks.size > 0; i += 1)
      this.#line.mark = this.#around.marks.get(at + i) ?? null;
    const { symbol, font } = looks;
    const { fontName } = this.#around;
    if (text === "(" && looks.special && symbol)
      this.#put(symbolText(fontName(symbol.font), symbol.code.toString(16)), looks.hidden);
    else this.#put(withSymbols(text, font === null ? undefined : fontName(font)), looks.hidden);
  }

  #put(text: string, hidden: boolean): void {
    const code = this.#codes.at(-1);
    if (typeof code === "string") {
      this.#codes[this.#codes.length - 1] = code + text;
      this.#fields.code(text);
    }
    if (text === "" || !this.#fields.visible()) return;
    if (hidden) {
      this.#line.hidden += text;
      return;
    }
    if (this.#fields.inContents()) this.#line.contents = true;
    this.#line.text += text;
    this.#fields.shown();
  }

  #sign(sign: number, at: number, piece: Piece, looks: CharacterLooks): void {
    switch (sign) {
      case 0x01:
        if (looks.special && this.#fields.visible()) this.#around.pictures += 1;
        return;
      case 0x07:
      case 0x0d:
        return this.#mark(sign, at, piece, looks);
      case 0x08:
        return anchor(this.#line, this.#around.box(at));
      case 0x09:
        return this.#put("\t", looks.hidden);
      case 0x0b:
        return this.#put("\n", looks.hidden);
      case 0x0c:
        return this.#around.sections.has(at + 1) ? this.#mark(0x0d, at, piece, looks) : undefined;
      case 0x13:
        this.#codes.push("");
        return this.#fields.begin();
      case 0x14:
        this.#endCode();
        return this.#fields.separate();
      case 0x15:
        this.#endCode();
        this.#codes.pop();
        return this.#put(this.#fields.end(), looks.hidden);
      case 0x1e:
        return this.#put("-", looks.hidden);
      default:
        // Numbers of notes, comments, optional hyphens, page and column breaks: nothing that is read.
        return;
    }
  }

  /** An embedded workbook is a field whose result is its picture, which is no picture more. */
  #endCode(): void {
    const code = this.#codes.at(-1);
    if (typeof code !== "string") return;
    if (/^\s*EMBED\b/i.test(code)) {
      this.#around.embedded += 1;
      this.#around.pictures = Math.max(this.#around.pictures - 1, 0);
    }
    this.#codes[this.#codes.length - 1] = null;
  }

  #mark(sign: 0x07 | 0x0d, at: number, piece: Piece, character: CharacterLooks): void {
    const { paragraphs, styles } = this.#file;
    const run = paragraphs.at(placeOf(piece, at));
    const sprms: readonly Sprm[] = [...(run?.sprms ?? []), ...piece.sprms];
    const looks = paragraphLooks(run?.style ?? 0, sprms, styles);
    if (character.joins) {
      const number = this.#numberOf(looks, character.hidden);
      if (number !== "") this.#line.text = number + this.#line.text.trimStart();
      return;
    }
    const cell = looks.innerCell || sign === 0x07;
    if (looks.innerRow || looks.rowEnd) this.#flow.endRow(Math.max(looks.depth, 1), rowShape(sprms));
    else this.#endParagraph(looks, cell ? "cell" : "paragraph", character.hidden);
  }

  #numberOf({ list, level }: ParagraphLooks, markHidden: boolean): string {
    if (list === 0 || (markHidden && this.#line.text === "")) return "";
    return this.#file.numbering.next(list, level, this.#line.text.trimStart());
  }

  #endParagraph(looks: ParagraphLooks, end: FlowEnd, markHidden: boolean): void {
    const { outline, style } = looks;
    const number = this.#numberOf(looks, markHidden);
    const blocks = closeLine(this.#line, { number, outline, contents: style.contents }, this.#around.hidden);
    this.#flow.add(blocks, looks.depth, end);
    this.#line = makeLine();
  }
}
