import { CONTENTS_NAME, HEADING_NAME } from "../word/style-names.ts";
import type { Fonts } from "./fonts.ts";
import { destinationOf, isControl, isGroup, type RtfGroup } from "./parse.ts";
import { plainText } from "./text.ts";

/** What a paragraph style means for the text. RTF repeats a style's looks at each paragraph; its name it does not. */
export interface StyleMeaning {
  readonly outline: number | null;
  readonly contents: boolean;
}

export const PLAIN: StyleMeaning = { outline: null, contents: false };

/** Reads `\stylesheet`, by the number that paragraphs name (`\s15`). */
export function readStyles(sheet: RtfGroup | undefined, fonts: Fonts): Map<number, StyleMeaning> {
  const styles = new Map<number, StyleMeaning>();
  for (const style of sheet?.items.filter(isGroup) ?? []) {
    const { word, value } = destinationOf(style);
    if (word !== "s" || value === null) continue;
    const name = plainText(style, fonts).replace(/;.*$/s, "").trim();
    const said = style.items.find((item) => isControl(item) && item.word === "outlinelevel");
    const heading = HEADING_NAME.exec(name)?.[1];
    const outline = isControl(said) ? outlineOf(said.value) : heading === undefined ? null : Number(heading);
    styles.set(value, { outline, contents: CONTENTS_NAME.test(name) });
  }
  return styles;
}

/** 0–8 are headings, 9 is body. */
export function outlineOf(level: number | null): number | null {
  return level !== null && level >= 0 && level <= 8 ? level + 1 : null;
}
