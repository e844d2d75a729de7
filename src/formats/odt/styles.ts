import { child, childElements, descendants, type XmlElement } from "../ooxml/tree.ts";
import { CONTENTS_NAME, HEADING_NAME } from "../word/style-names.ts";

/** What a style means for the text, its ancestors included. */
export interface StyleMeaning {
  readonly outline: number | null;
  readonly contents: boolean;
  readonly hidden: boolean | null;
  readonly font: string | null;
}

const PLAIN: StyleMeaning = { outline: null, contents: false, hidden: null, font: null };

export interface Styles {
  paragraph(name: string | undefined): StyleMeaning;
  characters(name: string | undefined): StyleMeaning;
  /** The lists' definitions by name, and the one that numbers headings. */
  readonly lists: ReadonlyMap<string, XmlElement>;
  readonly outline: XmlElement | undefined;
  /** Headers and footers of all page styles. */
  readonly pages: readonly XmlElement[];
}

/** Reads the styles of a document; of two with one name the later root's holds. */
export function readStyles(roots: readonly XmlElement[]): Styles {
  const found = new Map<string, XmlElement>();
  const lists = new Map<string, XmlElement>();
  let outline: XmlElement | undefined;
  for (const root of roots) {
    for (const part of childElements(root)) {
      if (part.tag !== "office:styles" && part.tag !== "office:automatic-styles") continue;
      for (const style of childElements(part)) {
        const name = style.attributes["style:name"] ?? "";
        if (style.tag === "style:style") found.set(`${style.attributes["style:family"]}:${name}`, style);
        else if (style.tag === "text:list-style") lists.set(name, style);
        else if (style.tag === "text:outline-style") outline = style;
      }
    }
  }
  const known = new Map<string, StyleMeaning>();
  const meaning = (family: string, name: string | undefined, hops: number): StyleMeaning => {
    const key = `${family}:${name}`;
    const before = known.get(key);
    if (before) return before;
    const style = found.get(key);
    // A style that is based on itself, over whatever detour, ends there.
    if (!style || hops > 20) return PLAIN;
    const own = ownMeaning(style, meaning(family, style.attributes["style:parent-style-name"], hops + 1));
    known.set(key, own);
    return own;
  };
  return {
    lists,
    outline,
    pages: roots.flatMap((root) => descendants(root, "style:master-page")),
    paragraph: (name) => meaning("paragraph", name, 0),
    characters: (name) => meaning("text", name, 0),
  };
}

function ownMeaning(style: XmlElement, base: StyleMeaning): StyleMeaning {
  const { attributes } = style;
  // Names of styles are written so that any letter but plain ones stands as its number: Heading_20_1.
  const coded = (attributes["style:name"] ?? "").replace(/_([0-9a-f]{2,4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const name = attributes["style:display-name"] ?? coded;
  const level = Number(attributes["style:default-outline-level"] ?? HEADING_NAME.exec(name)?.[1] ?? 0);
  const letters = child(style, "style:text-properties")?.attributes ?? {};
  const display = letters["text:display"];
  return {
    outline: level >= 1 && level <= 9 ? level : base.outline,
    contents: CONTENTS_NAME.test(name) || base.contents,
    hidden: display === undefined ? base.hidden : display === "none",
    font: letters["style:font-name"] ?? base.font,
  };
}
