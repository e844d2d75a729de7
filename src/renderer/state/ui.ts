import type { Look } from "../../contract/look.ts";
import type { Wanted } from "../view/notices.ts";
import { createStore } from "./store.ts";

export type Pane = "outline" | "paper" | "grid" | "findings";

/** One place of the grid: a row, and the value column the cursor is in. */
export interface Spot {
  readonly row: string;
  readonly column: string;
}

/** The selected block: two opposite corners, and the cursor in it, where typing goes. */
export interface Selection {
  readonly active: Spot;
  readonly anchor: Spot;
  /** The corner that Shift moves. */
  readonly head: Spot;
}

/** One cell alone. */
export function single(spot: Spot): Selection {
  return { active: spot, anchor: spot, head: spot };
}

/** A place of the paper to bring into view; a new object for every jump. */
export interface PaperJump {
  readonly section: string;
  /** -1 is the heading. */
  readonly paragraph: number;
}

export type Dialog =
  | "keys"
  | "about"
  | "export"
  | "version"
  | "unsaved"
  | "office"
  | "new"
  | "local-row"
  | "details"
  | "leave"
  | "reason"
  | "record";

export interface Ui {
  /** The table that the grid shows, by its key; `null` is the form's first. */
  readonly table: string | null;
  /** Whether it shows last year in place of this year, where there is no room for both. */
  readonly lastYear: boolean;
  /** The tables of an older form are shown in its place. */
  readonly reference: boolean;
  readonly selection: Selection | null;
  readonly folded: ReadonlySet<string>;
  readonly onlyProblems: boolean;
  readonly explaining: boolean;
  /** The section at the top of the paper. */
  readonly section: string | null;
  readonly jump: PaperJump | null;
  /** A factor; `null` follows the window's width. */
  readonly zoom: number | null;
  /** Which pane is shown where there is room for one only. */
  readonly pane: Pane;
  readonly tab: Wanted;
  readonly order: "severity" | "place";
  readonly notice: string | null;
  /** The list says what the current notice means. */
  readonly noticeExplained: boolean;
  readonly findingsOpen: boolean;
  /** `null` follows the system. */
  readonly contrast: Look["contrast"];
  readonly dialog: Dialog | null;
  /** The name under which reasons are written; `null` until there is one. */
  readonly signer: string | null;
}

const FRESH = {
  table: null,
  lastYear: false,
  reference: false,
  selection: null,
  folded: new Set<string>(),
  onlyProblems: false,
  explaining: false,
  section: null,
  jump: null,
  tab: "all",
  notice: null,
  noticeExplained: false,
} as const;

/** How the clerk looks at the report: nothing in here is part of it. */
export const ui = createStore<Ui>({
  ...FRESH,
  zoom: null,
  pane: "paper",
  order: "severity",
  findingsOpen: true,
  contrast: null,
  dialog: null,
  signer: null,
});

/** For another report: no cursor, nothing folded; habits such as zoom stay. */
export function resetUi(): void {
  ui.set(FRESH);
}
