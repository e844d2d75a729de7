import type { XmlElement } from "../ooxml/tree.ts";
import type { Lists } from "./lists.ts";
import type { Styles } from "./styles.ts";

/** What the whole file says, and what was met on the way. */
export interface Story {
  readonly styles: Styles;
  readonly lists: Lists;
  readonly hidden: string[];
  readonly notes: { readonly kind: "footnote" | "endnote"; readonly body: XmlElement }[];
  readonly comments: XmlElement[];
  /** Tracked deletions whose text stands in the body, and those of them that are open at this place. */
  readonly deletions: ReadonlySet<string>;
  readonly deleting: Set<string>;
  pictures: number;
  embedded: number;
  /** Headers and footers stand on every page, and count as the first. */
  readonly repeated: boolean;
}
