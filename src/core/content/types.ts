/**
 * The narrative as the editor keeps it: ProseMirror JSON of one schema, as plain data.
 *
 *     doc > section+ > heading? block+        block: paragraph | bulletList | orderedList | table
 *
 * Numbers of headings are no text: they follow from the place (`numbers.ts`). A `label` says otherwise where
 * the source did: `null` is the usual number of the rank, `%` in it stands for the ordinal in Chinese and `#`
 * for it in Arabic digits, anything else is printed as it stands (`""`: no number).
 */
export interface Content {
  readonly type: "doc";
  readonly content: readonly SectionNode[];
}

export interface SectionNode {
  readonly type: "section";
  readonly attrs: {
    readonly key: string;
    /** How far the clerk is; absent while nothing of it was touched. */
    readonly state?: SectionState;
  };
  readonly content: readonly (HeadingNode | BlockNode)[];
}

export type SectionState = "writing" | "finished";

export interface HeadingNode {
  readonly type: "heading";
  readonly attrs: { readonly label: string | null };
  readonly content?: readonly InlineNode[];
}

export type Rank = 2 | 3 | 4;
export type Align = "left" | "center" | "right";

export interface ParagraphNode {
  readonly type: "paragraph";
  /** `rank` 2–4 is a heading inside a section. `align` `null` is that of the paper (justified). */
  readonly attrs: { readonly rank: Rank | null; readonly label: string | null; readonly align: Align | null };
  readonly content?: readonly InlineNode[];
}

export interface ListItemNode {
  readonly type: "listItem";
  readonly content: readonly ParagraphNode[];
}

export interface ListNode {
  readonly type: "bulletList" | "orderedList";
  readonly content: readonly ListItemNode[];
}

export interface CellNode {
  readonly type: "tableCell" | "tableHeader";
  readonly attrs: {
    readonly colspan: number;
    readonly rowspan: number;
    /** Pixels of each column that it covers. */
    readonly colwidth: readonly number[] | null;
  };
  readonly content: readonly ParagraphNode[];
}

export interface TableRowNode {
  readonly type: "tableRow";
  readonly content: readonly CellNode[];
}

export interface TableNode {
  readonly type: "table";
  readonly content: readonly TableRowNode[];
}

export type BlockNode = ParagraphNode | ListNode | TableNode;

/** `arabic` prints 7, `chinese` 七. */
export type FigureFormat = "arabic" | "chinese";

/** A number of the statistics table inside the text: it always reads as its cell does. */
export interface FigureRef {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly format: FigureFormat;
}

/** 待更新: what was carried over from last year and has to be looked at. The report keeps it as `stale`. */
export interface StaleNote {
  /** Parts two marks that touch; unique in a document, and of no meaning beyond it. */
  readonly id: number;
  readonly reason: string;
}

export type InlineMark = { readonly type: "bold" } | { readonly type: "stale"; readonly attrs: StaleNote };

export interface TextNode {
  readonly type: "text";
  readonly text: string;
  readonly marks?: readonly InlineMark[];
}

export interface BreakNode {
  readonly type: "hardBreak";
  readonly marks?: readonly InlineMark[];
}

export interface FigureNode {
  readonly type: "figure";
  readonly attrs: FigureRef;
  readonly marks?: readonly InlineMark[];
}

export type InlineNode = TextNode | BreakNode | FigureNode;
