import { child, childElements, type XmlElement } from "../ooxml/tree.ts";
import { type Counters, type Level, makeCounters, nextLabel } from "../word/lists.ts";
import type { Styles } from "./styles.ts";

/** The list that a paragraph stands in. */
export interface ListPlace {
  readonly counters: Counters;
  /** The list's style, or that of the item alone. */
  readonly style: string | undefined;
  /** Counts from 0. */
  readonly depth: number;
  readonly pendingStarts: Map<number, number>;
}

/** Hands out the lists of a document: which count on together, and how each level is written. */
export class Lists {
  readonly #styles: Styles;
  readonly #levels = new Map<string, ReadonlyMap<number, Level>>();
  readonly #byId = new Map<string, Counters>();
  readonly #byStyle = new Map<string, Counters>();
  readonly #outline: ListPlace;

  constructor(styles: Styles) {
    this.#styles = styles;
    this.#outline = { counters: makeCounters(), style: undefined, depth: 0, pendingStarts: new Map() };
  }

  /** Enters a `text:list`: one of its own, one that carries another on, or one inside another. */
  enter({ attributes }: XmlElement, outer: ListPlace | null): ListPlace {
    const style = attributes["text:style-name"] ?? outer?.style;
    const continued =
      this.#byId.get(attributes["text:continue-list"] ?? "") ??
      (attributes["text:continue-numbering"] === "true" ? this.#byStyle.get(style ?? "") : undefined);
    const counters = outer?.counters ?? continued ?? makeCounters();
    const id = attributes["xml:id"] ?? attributes["text:id"];
    if (id !== undefined) this.#byId.set(id, counters);
    if (outer === null) this.#byStyle.set(style ?? "", counters);
    return { counters, style, depth: outer === null ? 0 : outer.depth + 1, pendingStarts: new Map() };
  }

  /** The number of an item's first paragraph. */
  next({ counters, style, depth, pendingStarts }: ListPlace, text: string): string {
    return nextLabel({ counters, levels: this.#levelsOf(style), pendingStarts }, depth, text);
  }

  /** The number of a heading that stands in no list. */
  nextHeading(level: number, text: string): string {
    const levels = this.#levelsOf(undefined);
    return levels.size === 0 ? "" : nextLabel({ ...this.#outline, levels }, level - 1, text);
  }

  #levelsOf(style: string | undefined): ReadonlyMap<number, Level> {
    const key = style ?? "";
    const definition = style === undefined ? this.#styles.outline : this.#styles.lists.get(style);
    const levels = this.#levels.get(key) ?? readLevels(definition);
    this.#levels.set(key, levels);
    return levels;
  }
}

function readLevels(definition: XmlElement | undefined): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of childElements(definition)) {
    const depth = Number(level.attributes["text:level"] ?? 0);
    if (depth >= 1 && depth <= 9) levels.set(depth - 1, readLevel(level, depth));
  }
  return levels;
}

/** Formats are named by their first three numbers. */
const FORMATS: Readonly<Record<string, string>> = {
  "": "none",
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
  "一, 二, 三, ...": "chineseCounting",
  "壹, 贰, 叁, ...": "chineseLegalSimplified",
  "甲, 乙, 丙, ...": "ideographTraditional",
  "子, 丑, 寅, ...": "ideographZodiac",
  "①, ②, ③, ...": "decimalEnclosedCircle",
  "1, 2, 3, ...": "decimalFullWidth",
  "１, ２, ３, ...": "decimalFullWidth",
  "〇, 一, 二, ...": "ideographDigital",
};

const SUFFIXES: Readonly<Record<string, string>> = { space: "space", nothing: "nothing" };

function readLevel(level: XmlElement, depth: number): Level {
  const { attributes } = level;
  const bullet = level.tag !== "text:list-level-style-number" && level.tag !== "text:outline-level-style";
  const format = FORMATS[attributes["style:num-format"] ?? ""] ?? "decimal";
  const properties = child(level, "style:list-level-properties");
  const alignment = child(properties, "style:list-level-label-alignment");
  return {
    start: Number(attributes["text:start-value"] ?? 1),
    format: bullet ? "bullet" : format,
    text: format === "none" ? bareText(attributes) : levelText(attributes, depth),
    legal: false,
    suffix: SUFFIXES[alignment?.attributes["text:label-followed-by"] ?? ""] ?? "tab",
    restartBelow: depth - 1,
  };
}

function bareText(attributes: XmlElement["attributes"]): string {
  return (attributes["style:num-prefix"] ?? "") + (attributes["style:num-suffix"] ?? "");
}

/** LibreOffice says the whole text of a number; others say what stands around, and how many levels it shows. */
function levelText(attributes: XmlElement["attributes"], depth: number): string {
  const whole = attributes["loext:num-list-format"];
  if (whole !== undefined) return whole.replace(/%([1-9])%/g, "%$1");
  const shown = Math.min(Math.max(Number(attributes["text:display-levels"] ?? 1), 1), depth);
  const places = Array.from({ length: shown }, (_, i) => `%${depth - shown + 1 + i}`);
  return (attributes["style:num-prefix"] ?? "") + places.join(".") + (attributes["style:num-suffix"] ?? "");
}
