import type { Fonts } from "./fonts.ts";
import { destinationOf, isControl, isGroup, type RtfGroup } from "./parse.ts";

/** Control words and signs that stand for a letter. */
export const LETTERS: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["line", "\n"],
  ["lbr", "\n"],
  ["softline", "\n"],
  ["emdash", "—"],
  ["endash", "–"],
  ["emspace", "\u2003"],
  ["enspace", "\u2002"],
  ["qmspace", "\u2005"],
  ["bullet", "•"],
  ["lquote", "‘"],
  ["rquote", "’"],
  ["ldblquote", "“"],
  ["rdblquote", "”"],
  ["~", "\u00a0"],
  ["_", "-"],
  ["zwj", ""],
  ["zwnj", ""],
]);

/** The text of a group that holds nothing but text: a name, a field's code, a list's number. */
export function plainText(group: RtfGroup, fonts: Fonts, font = -1): string {
  let text = "";
  let skip = 0;
  let { unicodeLength } = fonts;
  let current = font;
  for (const item of group.items) {
    if (isGroup(item)) {
      if (!destinationOf(item).ignorable) text += plainText(item, fonts, current);
      skip = 0;
    } else if (isControl(item)) {
      if (item.word === "u" && item.value !== null) {
        text += String.fromCharCode(item.value & 0xffff);
        skip = unicodeLength;
      } else if (item.word === "uc") unicodeLength = Math.max(item.value ?? 1, 0);
      else if (item.word === "f") current = item.value ?? current;
      else text += LETTERS.get(item.word) ?? "";
    } else {
      text += fonts.decode(item.subarray(skip), current);
      skip = Math.max(skip - item.length, 0);
    }
  }
  return text;
}
