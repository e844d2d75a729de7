import type { ReportTable } from "../report/report.ts";
import { mapInline, placesOf, withoutStale } from "./inline.ts";
import type { Content, InlineNode } from "./types.ts";

/** A stretch of a printed paragraph, in UTF-16 units; `to` is not included. Paragraphs count as in `linesOf`. */
export interface Stretch {
  readonly section: string;
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The document with other words in one place, which keep the look of those before; a mark 待更新 on them goes, since
 * they are new. `null` where the place is not within one text: a bound figure changes in the table.
 */
export function replaceText(
  content: Content,
  tables: readonly ReportTable[],
  { section, paragraph, from, to }: Stretch,
  words: string,
): Content | null {
  const places = placesOf(content, tables);
  let next = 0;
  let done = false;
  const replaced = mapInline(content, (nodes) =>
    nodes.flatMap((node): InlineNode[] => {
      const place = places[next++];
      const inside =
        place?.section === section && place.paragraph === paragraph && place.from <= from && to <= place.to;
      if (node.type !== "text" || !place || !inside || done) return [node];
      done = true;
      return [
        { ...node, text: node.text.slice(0, from - place.from) },
        withoutStale({ ...node, text: words }),
        { ...node, text: node.text.slice(to - place.from) },
      ].filter((piece) => piece.type !== "text" || piece.text !== "");
    }),
  );
  return done ? replaced : null;
}
