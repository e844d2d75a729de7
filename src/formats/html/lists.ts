import { formatNumber } from "../word/numerals.ts";
import type { HtmlElement, HtmlNode } from "./tree.ts";

/** Ways of counting, as attribute and as style. Others count in plain digits. */
const FORMATS: Readonly<Record<string, string>> = {
  a: "lowerLetter",
  "lower-alpha": "lowerLetter",
  "lower-latin": "lowerLetter",
  A: "upperLetter",
  "upper-alpha": "upperLetter",
  "upper-latin": "upperLetter",
  i: "lowerRoman",
  "lower-roman": "lowerRoman",
  I: "upperRoman",
  "upper-roman": "upperRoman",
  "cjk-ideographic": "chineseCountingThousand",
  "simp-chinese-informal": "chineseCountingThousand",
  "trad-chinese-informal": "chineseCountingThousand",
  "cjk-decimal": "ideographDigital",
  "simp-chinese-formal": "chineseLegalSimplified",
  "decimal-leading-zero": "decimalZero",
};
const CHINESE: ReadonlySet<string> = new Set(["chineseCountingThousand", "ideographDigital", "chineseLegalSimplified"]);

/** What stands in a list, each item with the number that a browser puts before it; bullets are none. */
export function listItems(list: HtmlElement): { node: HtmlNode; number: string }[] {
  const style = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(list.attributes["style"] ?? "")?.[1]?.toLowerCase();
  const type = style ?? list.attributes["type"] ?? "1";
  const counts = list.tag === "ol" && type !== "none";
  const format = FORMATS[type] ?? "decimal";
  let next = whole(list.attributes["start"]) ?? 1;
  return list.children.map((node) => {
    if (typeof node === "string" || node.tag !== "li") return { node, number: "" };
    const at = whole(node.attributes["value"]) ?? next;
    next = at + 1;
    return { node, number: counts ? formatNumber(at, format) + (CHINESE.has(format) ? "、" : ".") : "" };
  });
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : undefined;
}
