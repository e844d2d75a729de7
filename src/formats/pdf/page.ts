import { append } from "../../core/append.ts";
import type { ActualTexts } from "./actual-text.ts";
import type { PdfPageSource } from "./engine.ts";
import { plainLetters, UNKNOWN } from "./letters.ts";
import { apply, IDENTITY, type Matrix, multiply } from "./matrix.ts";
import { Operator } from "./operators.ts";
import { rulesOfPath } from "./rules.ts";
import type { Glyph, PdfPage, Rule } from "./shapes.ts";

/**
 * What a page draws, as far as it is text or straight lines.
 * @param actual for letters that only the file's own marks tell
 */
export async function readPage(source: PdfPageSource, actual: ActualTexts): Promise<PdfPage> {
  const { width, height, transform } = source.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await source.getOperatorList();
  const draw = (told: readonly (string | null)[]): Pen => {
    const pen = new Pen(matrixOf(transform) ?? IDENTITY, source, told);
    for (let i = 0; i < fnArray.length; i += 1) pen.draw(fnArray[i] as number, argsArray[i] ?? []);
    return pen;
  };
  let pen = draw([]);
  if (pen.marks > 0 && source.ref && pen.glyphs.some(({ text }) => text === UNKNOWN)) {
    const told = actual.ofPage(source.ref.num);
    // Marks inside of drawings that the page takes in are not told: then which is which is not known.
    if (told.length === pen.marks) pen = draw(told);
  }
  const { glyphs, askew, rules } = pen;
  return { width, height, glyphs, askew, rules };
}

/** One element of a shown text: a letter, or how far the next one is moved back (thousandths of the size). */
type Shown =
  | number
  | {
      readonly unicode?: string;
      readonly width?: number;
      readonly isSpace?: boolean;
      readonly vmetric?: readonly number[];
    };

interface TextState {
  readonly matrix: Matrix;
  readonly font: Font;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
}

interface Font {
  readonly vertical: boolean;
  /** Glyph units to text units; a thousandth for all but fonts that are drawn by the file itself. */
  readonly unit: number;
}

const FONT: Font = { vertical: false, unit: 0.001 };
const TEXT: TextState = {
  matrix: IDENTITY,
  font: FONT,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
};

/** Follows the drawing of a page and notes where each letter comes to stand. */
class Pen {
  readonly glyphs: Glyph[] = [];
  readonly askew: Glyph[] = [];
  readonly rules: Rule[] = [];
  readonly #source: PdfPageSource;
  readonly #saved: { readonly page: Matrix; readonly text: TextState }[] = [];
  #page: Matrix;
  #text: TextState = TEXT;
  #line: Matrix = IDENTITY;
  #at: Matrix = IDENTITY;

  /** How many marked stretches have begun. */
  marks = 0;
  readonly #told: readonly (string | null)[];
  /** The texts of the stretches that are open; an inner one without a text says what the outer says. */
  readonly #marked: { text: string | null }[] = [];

  /** @param told what the marked stretches say, by their order */
  constructor(page: Matrix, source: PdfPageSource, told: readonly (string | null)[]) {
    this.#page = page;
    this.#source = source;
    this.#told = told;
  }

  draw(operator: number, args: readonly unknown[]): void {
    const numbers = args as readonly number[];
    const [first = 0, second = 0] = numbers;
    switch (operator) {
      case Operator.save:
        return this.#save();
      case Operator.restore:
        return this.#restore();
      case Operator.transform:
        return this.#transform(args);
      case Operator.formBegin:
        this.#save();
        return this.#transform(args[0]);
      case Operator.annotationBegin:
        this.#save();
        this.#transform(args[2]);
        return this.#transform(args[3]);
      case Operator.formEnd:
      case Operator.annotationEnd:
        return this.#restore();
      case Operator.markBegin:
      case Operator.markBeginWithText:
        this.#marked.push({ text: this.#told[this.marks] ?? null });
        this.marks += 1;
        return;
      case Operator.markEnd:
        this.#marked.pop();
        return;
      case Operator.path:
        append(this.rules, rulesOfPath(args, this.#page));
        return;
      case Operator.beginText:
        return this.#moveTo(IDENTITY);
      case Operator.charSpacing:
        return this.#set({ charSpacing: first });
      case Operator.wordSpacing:
        return this.#set({ wordSpacing: first });
      case Operator.scale:
        return this.#set({ scale: first / 100 });
      case Operator.leading:
        return this.#set({ leading: -first });
      case Operator.rise:
        return this.#set({ rise: first });
      case Operator.font:
        return this.#set({ font: this.#fontOf(args[0]), size: second });
      case Operator.move:
        return this.#moveTo(multiply(this.#line, [1, 0, 0, 1, first, second]));
      case Operator.leadingMove:
        this.#set({ leading: second });
        return this.#moveTo(multiply(this.#line, [1, 0, 0, 1, first, second]));
      case Operator.nextLine:
        return this.#moveTo(multiply(this.#line, [1, 0, 0, 1, 0, this.#text.leading]));
      case Operator.textMatrix:
        return this.#moveTo(matrixOf(args[0]) ?? IDENTITY);
      case Operator.show:
        return this.#show(Array.isArray(args[0]) ? (args[0] as readonly Shown[]) : []);
    }
  }

  #save(): void {
    this.#saved.push({ page: this.#page, text: this.#text });
  }

  #restore(): void {
    const saved = this.#saved.pop();
    if (!saved) return;
    this.#page = saved.page;
    this.#text = saved.text;
  }

  #transform(matrix: unknown): void {
    const by = matrixOf(matrix);
    if (by) this.#page = multiply(this.#page, by);
  }

  #set(change: Partial<TextState>): void {
    this.#text = { ...this.#text, ...change };
  }

  #moveTo(matrix: Matrix): void {
    this.#line = matrix;
    this.#at = matrix;
  }

  #fontOf(name: unknown): Font {
    if (typeof name !== "string" || !this.#source.commonObjs.has(name)) return FONT;
    const font: { vertical?: boolean; fontMatrix?: readonly number[] } = this.#source.commonObjs.get(name);
    return { vertical: font.vertical === true, unit: font.fontMatrix?.[0] || FONT.unit };
  }

  #show(shown: readonly Shown[]): void {
    const { font, size, charSpacing, wordSpacing, scale, rise } = this.#text;
    for (const item of shown) {
      if (typeof item === "number") {
        this.#advance((-item / 1000) * size, font.vertical, scale);
        continue;
      }
      const units = font.vertical ? Math.abs(item.vmetric?.[0] ?? 1000) : (item.width ?? 0);
      const width = units * font.unit * size;
      this.#note(
        item.unicode ?? "",
        multiply(this.#page, multiply(this.#at, [size * scale, 0, 0, size, 0, rise])),
        units * font.unit,
      );
      const along = width + charSpacing + (item.isSpace ? wordSpacing : 0);
      this.#advance(font.vertical ? -along : along, font.vertical, scale);
    }
  }

  #advance(along: number, vertical: boolean, scale: number): void {
    this.#at = multiply(this.#at, vertical ? [1, 0, 0, 1, 0, along] : [1, 0, 0, 1, along * scale, 0]);
  }

  /** @param place the letter's own square of 1 × 1 on the page; @param width its share of that square's width */
  #note(text: string, place: Matrix, width: number): void {
    const [a, b, c, d] = place;
    const size = Math.hypot(c, d);
    const [x, y] = apply(place, 0, 0);
    // The page's y runs downwards, so upright letters have d < 0.
    const upright = a > 0 && d < 0 && Math.abs(b) < a * 0.05 && Math.abs(c) < -d * 0.4;
    const letters = this.#lettersOf(text);
    if (letters === "" || !Number.isFinite(x + y + size) || size === 0) return;
    (upright ? this.glyphs : this.askew).push({ text: letters, x, y, width: Math.abs(a) * width, size });
  }

  /** A glyph that is no letter is what the stretch says that it stands in; the stretch says it once. */
  #lettersOf(text: string): string {
    const letters = plainLetters(text);
    const mark = letters === UNKNOWN ? this.#marked.findLast((open) => open.text !== null) : undefined;
    if (!mark) return letters;
    const told = plainLetters(mark.text ?? "");
    mark.text = "";
    return told;
  }
}

function matrixOf(value: unknown): Matrix | null {
  const list = value instanceof Float32Array ? [...value] : value;
  return Array.isArray(list) && list.length === 6 && list.every(Number.isFinite) ? (list as unknown as Matrix) : null;
}
