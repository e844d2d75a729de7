/** What a report is. The JSON of the command-line contract is this type, written down. */

export const REPORT_SCHEMA = "nianbao.report/1";

export type Level = "error" | "warning" | "ask" | "info";

export interface CellPlace {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export type Place = CellPlace | { readonly section: string };

/** Something a reader has to say about what it read. A value read plainly has no message. */
export interface Message {
  readonly level: Level;
  readonly code: string;
  readonly text: string;
  /** Absent when the message is about the whole file. */
  readonly at?: Place;
}

/**
 * `blank`: nothing stands there, and it is never counted as 0. `na`: the office says that the row does not
 * apply (`/`, `-`, `—`).
 */
export type CellState = "number" | "blank" | "na";

export interface Cell {
  readonly row: string;
  readonly column: string;
  /** The label as the source had it; without a source, the form's. */
  readonly label: string;
  readonly unit: string;
  readonly state: CellState;
  /** Exact decimal text such as `"160.5964"`; `null` unless `state` is `number`. */
  readonly value: string | null;
  /** What the source said, where that is more or other than the value. An edit clears it. */
  readonly raw?: string;
  readonly note?: string;
}

export interface Section {
  /** A key of the form, or `local-1`, `local-2`, … for a section that the form does not know. */
  readonly key: string;
  /** With its number, as it stands on the paper; empty for the preamble. */
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export interface ReportTable {
  readonly key: string;
  readonly cells: readonly Cell[];
}

/** The head and foot of the annex that carries the statistics table. */
export interface Annex {
  readonly number: string | null;
  readonly title: string | null;
  /** 填报单位 */
  readonly unit: string | null;
  /** 单位负责人 */
  readonly head: string | null;
  /** 审核人 */
  readonly reviewer: string | null;
  /** 填报人 */
  readonly filler: string | null;
  readonly phone: string | null;
  /** 填报日期, as written */
  readonly date: string | null;
}

export const EMPTY_ANNEX: Annex = {
  number: null,
  title: null,
  unit: null,
  head: null,
  reviewer: null,
  filler: null,
  phone: null,
  date: null,
};

export interface Dropped {
  readonly text: string;
  readonly why: string;
}

export interface StaleMark {
  readonly section: string;
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** Why somebody let an error stand (`lifted`) or does not want to hear of a finding (`ignored`). */
export interface Reason {
  readonly code: string;
  readonly cells: readonly CellPlace[];
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly kind: "lifted" | "ignored";
  /** What the text said then, of a finding that holds it against the table; decimal text. */
  readonly said?: string;
}

/** The tables of the report that this one was begun from, as that one's form has them: to be looked up, never changed. */
export interface Reference {
  /** The id of the older form. */
  readonly form: string;
  readonly year: number | null;
  readonly tables: readonly ReportTable[];
}

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  /** The id of the form the report follows. */
  readonly form: string;
  readonly year: number | null;
  /** The reporting office (填报单位). */
  readonly unit: string | null;
  readonly title: string | null;
  readonly sections: readonly Section[];
  readonly tables: readonly ReportTable[];
  readonly annex: Annex;
  /** Text that was read and belongs nowhere in the form. */
  readonly extra: readonly string[];
  readonly dropped: readonly Dropped[];
  readonly messages: readonly Message[];
  /** The narrative as ProseMirror JSON, written by the window. `paragraphs` win where the two differ. */
  readonly content?: unknown;
  readonly stale?: readonly StaleMark[];
  readonly reasons?: readonly Reason[];
  /** Of a report that came over from an older form. */
  readonly reference?: Reference;
}

/** Readers never return a value alone: what was not understood is said beside it. */
export interface Read<T> {
  readonly value: T;
  readonly messages: readonly Message[];
}
