import { descendants, type XmlElement } from "../ooxml/tree.ts";
import { type Fields, makeFields } from "../word/fields.ts";
import type { Numbering } from "./numbering.ts";
import type { Styles } from "./styles.ts";

/** What was met on the way through a file and has to be said at its end. */
export interface Notices {
  /** Notes in the order of their signs in the text. */
  readonly notes: { readonly kind: "footnote" | "endnote"; readonly id: string }[];
  readonly hidden: string[];
  /** Relationship ids of headers and footers. */
  readonly margins: { readonly kind: "header" | "footer"; readonly id: string }[];
  pictures: number;
  embedded: number;
}

/** One run of text through a part: the body, a footnote, a header. Fields do not reach from one to another. */
export interface Story {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly fields: Fields;
  readonly notices: Notices;
}

export function makeNotices(): Notices {
  return { notes: [], hidden: [], margins: [], pictures: 0, embedded: 0 };
}

/** @param repeated true for headers and footers, which stand on every page */
export function makeStory(
  root: XmlElement,
  styles: Styles,
  numbering: Numbering,
  notices: Notices,
  repeated: boolean,
): Story {
  const signs = descendants(root, "w:fldChar").map((sign) => sign.attributes["w:fldCharType"]);
  const begins = signs.filter((sign) => sign === "begin").length;
  const ends = signs.filter((sign) => sign === "end").length;
  return { styles, numbering, notices, fields: makeFields(begins === ends, repeated) };
}
