import { child, childElements, type XmlElement } from "../ooxml/tree.ts";
import { CONTENTS_NAME, HEADING_NAME } from "../word/style-names.ts";

/** What a style means for the text, its ancestors included. Looks do not matter to a reader of words. */
interface StyleMeaning {
  /** 1–9 for headings. */
  readonly outline: number | null;
  readonly contents: boolean;
  readonly hidden: boolean | null;
  readonly numbering: StyleNumbering | null;
}

interface StyleNumbering {
  readonly numId: string | null;
  readonly level: number | null;
  /** The style that names the list: its level may be found by this name in the list's definition. */
  readonly styleId: string;
}

export interface Styles {
  paragraph(id: string | null): StyleMeaning;
  /** Hidden by a character style; `null` when the style says nothing. */
  characterHidden(id: string): boolean | null;
}

const PLAIN: StyleMeaning = { outline: null, contents: false, hidden: null, numbering: null };

/** Reads `styles.xml`; a document without one has plain styles only. */
export function readStyles(root: XmlElement | null): Styles {
  const byId = new Map<string, XmlElement>();
  let usual: string | null = null;
  for (const style of childElements(root ?? undefined, "w:style")) {
    const { "w:styleId": id, "w:type": type, "w:default": isDefault } = style.attributes;
    if (id === undefined) continue;
    byId.set(id, style);
    if (type === "paragraph" && (isDefault === "1" || isDefault === "true")) usual = id;
  }
  const known = new Map<string, StyleMeaning>();
  const meaning = (id: string | null, seen: readonly string[]): StyleMeaning => {
    // A style that is based on itself, over whatever detour, ends there.
    if (id === null || seen.includes(id)) return PLAIN;
    const found = known.get(id);
    if (found) return found;
    const style = byId.get(id);
    if (!style) return PLAIN;
    const base = meaning(child(style, "w:basedOn")?.attributes["w:val"] ?? null, [...seen, id]);
    const own = ownMeaning(style, id, base);
    known.set(id, own);
    return own;
  };
  return {
    paragraph: (id) => meaning(id !== null && byId.has(id) ? id : usual, []),
    characterHidden: (id) => meaning(id, []).hidden,
  };
}

function ownMeaning(style: XmlElement, id: string, base: StyleMeaning): StyleMeaning {
  const name = child(style, "w:name")?.attributes["w:val"]?.trim() ?? "";
  const properties = child(style, "w:pPr");
  const level = outlineLevel(properties);
  const heading = HEADING_NAME.exec(name)?.[1];
  const numbering = child(properties, "w:numPr");
  return {
    outline: level !== undefined ? level : heading !== undefined ? Number(heading) : base.outline,
    contents: CONTENTS_NAME.test(name) || base.contents,
    hidden: toggle(child(style, "w:rPr"), "w:vanish") ?? base.hidden,
    numbering: numbering ? styleNumbering(numbering, id, base.numbering) : base.numbering,
  };
}

function styleNumbering(properties: XmlElement, styleId: string, base: StyleNumbering | null): StyleNumbering {
  return {
    numId: child(properties, "w:numId")?.attributes["w:val"] ?? base?.numId ?? null,
    level: integer(child(properties, "w:ilvl")?.attributes["w:val"]) ?? base?.level ?? null,
    styleId,
  };
}

/** 1–9; `null` where the paragraph is said to be body text; `undefined` where nothing is said. */
export function outlineLevel(properties: XmlElement | undefined): number | null | undefined {
  const level = integer(child(properties, "w:outlineLvl")?.attributes["w:val"]);
  if (level === undefined) return undefined;
  return level >= 0 && level <= 8 ? level + 1 : null;
}

/** An on/off property: present without a value is on; `null` when it is absent. */
export function toggle(properties: XmlElement | undefined, tag: string): boolean | null {
  const found = child(properties, tag);
  if (!found) return null;
  return !["0", "false", "off"].includes(found.attributes["w:val"] ?? "1");
}

export function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}
