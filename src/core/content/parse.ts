import { z } from "zod";
import type { Content } from "./types.ts";

z.config({ jitless: true });

const StaleNote = z.strictObject({ id: z.int(), reason: z.string() });

const Mark = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bold") }),
  z.strictObject({ type: z.literal("stale"), attrs: StaleNote }),
]);

const marks = z.array(Mark).exactOptional();

const FigureAttrs = z.strictObject({
  table: z.string(),
  row: z.string(),
  column: z.string(),
  format: z.enum(["arabic", "chinese"]).default("arabic"),
});

const Inline = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1), marks }),
  z.strictObject({ type: z.literal("hardBreak"), marks }),
  z.strictObject({ type: z.literal("figure"), attrs: FigureAttrs, marks }),
]);

const inline = z.array(Inline).exactOptional();

/** Where other programs leave the label out, the number stands in the text. */
const Label = z.string().nullable().default("");

const ParagraphAttrs = z
  .strictObject({
    rank: z.literal([2, 3, 4]).nullable().default(null),
    label: Label,
    align: z.enum(["left", "center", "right"]).nullable().default(null),
  })
  // Body has no number to speak of.
  .transform((attrs) => (attrs.rank === null ? { ...attrs, label: null } : attrs));

const Paragraph = z.strictObject({
  type: z.literal("paragraph"),
  attrs: ParagraphAttrs.default({ rank: null, label: null, align: null }),
  content: inline,
});

const Heading = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ label: Label }).default({ label: "" }),
  content: inline,
});

const Item = z.strictObject({ type: z.literal("listItem"), content: z.array(Paragraph).min(1) });

const List = z.strictObject({ type: z.enum(["bulletList", "orderedList"]), content: z.array(Item).min(1) });

const Span = z.int().min(1).max(100).default(1);

const Cell = z.strictObject({
  type: z.enum(["tableCell", "tableHeader"]),
  attrs: z
    .strictObject({ colspan: Span, rowspan: Span, colwidth: z.array(z.number()).nullable().default(null) })
    .default({ colspan: 1, rowspan: 1, colwidth: null }),
  content: z.array(Paragraph).min(1),
});

const Row = z.strictObject({ type: z.literal("tableRow"), content: z.array(Cell) });

const Table = z.strictObject({ type: z.literal("table"), content: z.array(Row).min(1) });

const Block = z.union([Paragraph, List, Table]);

/** The editor writes every attribute; a section that nobody has touched has no state. */
const SectionAttrs = z
  .strictObject({ key: z.string().min(1), state: z.enum(["writing", "finished"]).nullable().default(null) })
  .transform(({ key, state }) => (state === null ? { key } : { key, state }));

const Section = z.strictObject({
  type: z.literal("section"),
  attrs: SectionAttrs,
  content: z
    .array(z.union([Heading, Block]))
    .refine((nodes) => nodes.every(({ type }, i) => type !== "heading" || i === 0), "heading not first")
    .refine((nodes) => nodes.some(({ type }) => type !== "heading"), "section without a block"),
});

const Document = z.strictObject({
  type: z.literal("doc"),
  content: z
    .array(Section)
    .min(1)
    .refine((sections) => new Set(sections.map(({ attrs }) => attrs.key)).size === sections.length, "key twice"),
});

/**
 * The narrative document in a report's `content`; `null` for anything that this schema does not have, be it
 * broken or of a newer program: such a document is kept as it is and not edited.
 */
export function parseContent(json: unknown): Content | null {
  const parsed = Document.safeParse(json);
  return parsed.success ? parsed.data : null;
}
