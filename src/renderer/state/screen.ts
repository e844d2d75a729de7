import type { SourceRef } from "../../contract/calls.ts";
import type { Saved, Shelf } from "../../contract/reports.ts";
import type { Reading, ReadingProgress } from "../../contract/review.ts";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import { createStore } from "./store.ts";

/** A report on the screen, with the form it follows. */
export interface ReportScreen {
  readonly kind: "report";
  /** The file that is looked at; of a report of the database its id and name. */
  readonly source: SourceRef;
  readonly report: Report;
  readonly form: Form;
  /** The state on the disk when it was opened; `null` for a file that is only looked at and cannot be changed. */
  readonly stored: Saved | null;
  /** How many of its states have a name. */
  readonly versions: number;
}

/** What a file is read for: to be looked at, or to be put into a report after a review. */
export type Purpose = "look" | "next-year";

/** What the clerk wants to begin. */
export interface Wish {
  readonly year: number;
  /** The id of a form. */
  readonly form: string;
}

export interface ReviewScreen {
  readonly kind: "review";
  /** A new report begins with it, of that year and form where the clerk has said so; else the file is put in for what it is. */
  readonly begins: Wish | boolean;
  readonly source: SourceRef;
  readonly reading: Reading;
  readonly form: Form;
}

/** The last saved state of a report cannot be trusted; an earlier one can. */
export interface BrokenScreen {
  readonly kind: "broken";
  readonly source: SourceRef;
  readonly last: Saved;
  readonly sound: Saved;
}

/** A screen that one can come back to. */
export type Resting = { readonly kind: "home" } | ReportScreen | ReviewScreen;

export type Screen =
  | { readonly kind: "starting" }
  | { readonly kind: "home" }
  | {
      readonly kind: "reading";
      readonly source: SourceRef;
      readonly progress: ReadingProgress | null;
      readonly before: Resting;
    }
  | {
      readonly kind: "unreadable";
      readonly source: SourceRef | null;
      readonly message: string;
      readonly before: Resting;
    }
  | BrokenScreen
  | ReviewScreen
  | ReportScreen;

export interface Shown {
  readonly screen: Screen;
  readonly version: string;
  /** What lies in the database, as far as it is known. */
  readonly shelf: Shelf | null;
}

/** What the window shows as a whole. */
export const shown = createStore<Shown>({ screen: { kind: "starting" }, version: "", shelf: null });

/** The reports of the database, where it can be used. */
export function readyShelf(): Extract<Shelf, { kind: "ready" }> | null {
  const { shelf } = shown.get();
  return shelf?.kind === "ready" ? shelf : null;
}

/** Where one is, or would be again if the file now being opened cannot be read. */
export function restingPlace(screen: Screen): Resting {
  if (screen.kind === "report" || screen.kind === "review") return screen;
  return screen.kind === "reading" || screen.kind === "unreadable" ? screen.before : { kind: "home" };
}

/** True while a file is only looked at: nothing of it can be changed. */
export function isLook({ screen }: Shown): boolean {
  return screen.kind === "report" && screen.stored === null;
}

/** The open report of the database, if one is open. */
export function storedReport(): (ReportScreen & { readonly stored: Saved }) | null {
  const { screen } = shown.get();
  return screen.kind === "report" && screen.stored !== null ? { ...screen, stored: screen.stored } : null;
}
