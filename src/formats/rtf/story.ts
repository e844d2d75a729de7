import type { Block } from "../../core/document.ts";
import { parseMark } from "../../core/marks.ts";
import { type Fields, makeFields } from "../word/fields.ts";
import { type Flow, makeFlow } from "../word/flow.ts";
import { anchor, closeLine, type Line, makeLine } from "../word/line.ts";
import { labelGap } from "../word/lists.ts";
import { withSymbols } from "../word/symbols.ts";
import type { Fonts } from "./fonts.ts";
import type { Numbering } from "./lists.ts";
import { destinationOf, isControl, isGroup, type RtfControl, type RtfGroup } from "./parse.ts";
import { RowDefinitions } from "./rows.ts";
import { outlineOf, PLAIN, type StyleMeaning } from "./styles.ts";
import { LETTERS, plainText } from "./text.ts";

/** What the whole file says, and what was met on the way. */
export interface Surroundings {
  readonly fonts: Fonts;
  readonly styles: ReadonlyMap<number, StyleMeaning>;
  readonly numbering: Numbering;
  readonly hidden: string[];
  /** Each by what it is, in the order of the text. */
  readonly notes: { readonly kind: "footnote" | "endnote"; readonly group: RtfGroup }[];
  readonly comments: RtfGroup[];
  readonly margins: { readonly kind: "header" | "footer"; readonly group: RtfGroup }[];
  pictures: number;
  embedded: number;
}

/** What holds until the group ends. */
interface State {
  font: number;
  unicodeLength: number;
  hidden: boolean;
  deleted: boolean;
  /** Of the paragraph: how many tables it stands in, and what it is. */
  depth: number;
  inTable: boolean;
  style: number;
  outline: number | null | undefined;
  list: number;
  level: number;
  /** Inside the definition of an inner row, which must not be taken for the outer one's. */
  innerRow: boolean;
}

const START: Omit<State, "unicodeLength"> = {
  font: -1,
  hidden: false,
  deleted: false,
  depth: 0,
  inTable: false,
  style: 0,
  outline: undefined,
  list: 0,
  level: 0,
  innerRow: false,
};

/** Reads one run of text: the body, a note, a header. `repeated`: it stands on every page. */
export function readStory(group: RtfGroup, around: Surroundings, repeated = false): Block[] {
  return new StoryReader(around, makeFields(true, repeated)).read(group);
}

class StoryReader {
  readonly #around: Surroundings;
  readonly #fields: Fields;
  readonly #flow: Flow = makeFlow();
  readonly #rows = new RowDefinitions();
  #line: Line = makeLine();
  /** The number that the writer put in front of the paragraph, for programs that know no lists. */
  #writtenNumber: string | null = null;

  constructor(around: Surroundings, fields: Fields) {
    this.#around = around;
    this.#fields = fields;
  }

  read(group: RtfGroup): Block[] {
    const state = { ...START, unicodeLength: this.#around.fonts.unicodeLength };
    this.#walk(group, state);
    this.#endParagraph({ ...state, depth: 0, inTable: false }, "paragraph");
    return this.#flow.finish();
  }

  #walk(group: RtfGroup, outer: State): void {
    const state = { ...outer };
    let skip = 0;
    for (const item of group.items) {
      if (isGroup(item)) {
        this.#group(item, state);
        skip = 0;
      } else if (isControl(item)) {
        if (item.word === "u" && item.value !== null) {
          this.#put(String.fromCharCode(item.value & 0xffff), state);
          skip = state.unicodeLength;
        } else this.#control(item, state);
      } else {
        this.#put(this.#around.fonts.decode(item.subarray(skip), state.font), state);
        skip = Math.max(skip - item.length, 0);
      }
    }
  }

  #put(text: string, state: State): void {
    if (text === "" || state.deleted || !this.#fields.visible()) return;
    const shown = withSymbols(text, this.#around.fonts.name(state.font));
    if (state.hidden) {
      this.#line.hidden += shown;
      return;
    }
    if (this.#fields.inContents()) this.#line.contents = true;
    this.#line.text += shown;
    this.#fields.shown();
  }

  #control({ word, value }: RtfControl, state: State): void {
    const letter = LETTERS.get(word);
    if (letter !== undefined) return this.#put(letter, state);
    const on = value !== 0;
    switch (word) {
      case "par":
      case "sect":
      case "\r":
      case "\n":
        return this.#endParagraph(state, "paragraph");
      case "cell":
      case "nestcell":
        return this.#endParagraph(state, word);
      case "row":
      case "nestrow":
        return this.#endRow(word);
      case "pard":
        Object.assign(state, { depth: 0, inTable: false, style: 0, outline: undefined, list: 0, level: 0 });
        return;
      case "plain":
        Object.assign(state, { hidden: false, deleted: false });
        return;
      case "intbl":
        state.inTable = on;
        return;
      case "itap":
        state.depth = Math.max(value ?? 0, 0);
        return;
      case "s":
        state.style = value ?? 0;
        return;
      case "outlinelevel":
        state.outline = outlineOf(value);
        return;
      case "ls":
        state.list = value ?? 0;
        return;
      case "ilvl":
        state.level = value ?? 0;
        return;
      case "f":
        state.font = value ?? state.font;
        return;
      case "uc":
        state.unicodeLength = Math.max(value ?? 1, 0);
        return;
      case "v":
        state.hidden = on;
        return;
      case "deleted":
        state.deleted = on;
        return;
      case "chpgn":
        return this.#put("1", state);
      default:
        this.#rows.control(word, value, state.innerRow);
    }
  }

  #group(group: RtfGroup, state: State): void {
    const { word, ignorable } = destinationOf(group);
    switch (word) {
      case "field":
        return this.#field(group, state);
      case "listtext":
      case "pntext":
        this.#writtenNumber = plainText(group, this.#around.fonts, state.font);
        return;
      case "pn":
        // A list of before Word 97 that has bullets.
        if (group.items.some((item) => isControl(item) && item.word === "pnlvlblt")) this.#writtenNumber = null;
        return;
      case "bkmkstart":
        return this.#bookmark(plainText(group, this.#around.fonts).trim());
      case "pict":
        if (!state.deleted) this.#around.pictures += 1;
        return;
      case "object":
        this.#around.embedded += 1;
        return;
      case "footnote":
        if (!state.deleted) this.#around.notes.push({ kind: isEndnote(group) ? "endnote" : "footnote", group });
        return;
      case "annotation":
        this.#around.comments.push(group);
        return;
      case "shptxt":
      case "dptxbxtext":
        return anchor(this.#line, readStory(group, this.#around));
      case "nesttableprops":
        return this.#walk(group, { ...state, innerRow: true });
      case "upr":
        for (const inner of group.items.filter(isGroup))
          if (destinationOf(inner).word === "ud") this.#walk(inner, state);
        return;
      default:
        if (MARGINS.has(word)) {
          this.#around.margins.push({ kind: word.startsWith("header") ? "header" : "footer", group });
        } else if (!SKIPPED.has(word) && (!ignorable || LOOKED_INTO.has(word))) this.#walk(group, state);
    }
  }

  #field(group: RtfGroup, state: State): void {
    this.#fields.begin();
    for (const part of group.items.filter(isGroup)) {
      const { word } = destinationOf(part);
      if (word === "fldinst") {
        this.#fields.code(plainText(part, this.#around.fonts, state.font));
      } else if (word === "fldrslt") {
        this.#fields.separate();
        this.#walk(part, state);
      }
    }
    this.#put(this.#fields.end(), state);
  }

  #bookmark(name: string): void {
    if (this.#line.mark === null && parseMark(name) !== null) this.#line.mark = name;
  }

  #endParagraph(state: State, end: "paragraph" | "cell" | "nestcell"): void {
    // A deleted mark lets the paragraph run on into the next; in a table the cells are gone with their row.
    if (state.deleted) return;
    const style = this.#around.styles.get(state.style) ?? PLAIN;
    const looks = {
      number: this.#numberOf(state),
      outline: state.outline === undefined ? style.outline : state.outline,
      contents: style.contents,
    };
    const blocks = closeLine(this.#line, looks, this.#around.hidden);
    const least = end === "nestcell" ? 2 : end === "cell" || state.inTable ? 1 : 0;
    const depth = end === "cell" ? 1 : Math.max(state.depth, least);
    this.#flow.add(blocks, depth, end === "paragraph" ? "paragraph" : "cell");
    this.#line = makeLine();
    this.#writtenNumber = null;
  }

  #endRow(word: "row" | "nestrow"): void {
    const inner = word === "nestrow";
    this.#flow.endRow(inner ? 2 : 1, this.#rows.take(inner));
  }

  /** As the writer put it for programs that know no lists, else as the list counts. A bullet is no number. */
  #numberOf(state: State): string {
    const text = this.#line.text.trimStart();
    if (state.hidden && text === "") return "";
    const counted = state.list > 0 ? this.#around.numbering.next(state.list, state.level, text) : null;
    const written = this.#writtenNumber;
    if (written === null || counted === "") return counted ?? "";
    const number = written.trim();
    return /^[\u2022\u00b7\u25cf\uf000-\uf0ff]?$/.test(number)
      ? ""
      : number + labelGap(written.endsWith(" ") ? "space" : "tab", number, text);
  }
}

function isEndnote(group: RtfGroup): boolean {
  return group.items.some((item) => isControl(item) && item.word === "ftnalt");
}

const MARGINS: ReadonlySet<string> = new Set([
  "header",
  "headerl",
  "headerr",
  "headerf",
  "footer",
  "footerl",
  "footerr",
  "footerf",
]);

/** Groups behind `\*` that hold text or what leads to it; all others behind it are skipped, as the sign says. */
const LOOKED_INTO: ReadonlySet<string> = new Set(["shpinst", "shppict", "do", "flyinpara", "mmath", "moMath", "ud"]);

/** Groups that are no text although no `\*` says so. */
const SKIPPED: ReadonlySet<string> = new Set([
  "fonttbl",
  "colortbl",
  "stylesheet",
  "listtable",
  "info",
  "nonshppict",
  "shprslt",
  "nonesttables",
  "sp",
  "ftnsep",
  "ftnsepc",
  "ftncn",
  "aftnsep",
  "aftnsepc",
  "aftncn",
  "tc",
  "tcn",
  "xe",
  "txe",
  "rxe",
  "result",
  "xmlattr",
  "pgdsctbl",
]);
