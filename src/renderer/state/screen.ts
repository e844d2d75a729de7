import type { SourceRef } from "../../contract/calls.ts";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import { createStore } from "./store.ts";

/** A report on the screen, with the form it follows. */
export interface ReportScreen {
  readonly kind: "report";
  readonly source: SourceRef;
  readonly report: Report;
  readonly form: Form;
}

export type Screen =
  | { readonly kind: "starting" }
  | { readonly kind: "empty" }
  | { readonly kind: "reading"; readonly source: SourceRef; readonly before: ReportScreen | null }
  | {
      readonly kind: "unreadable";
      readonly source: SourceRef | null;
      readonly message: string;
      readonly before: ReportScreen | null;
    }
  | ReportScreen;

interface Shown {
  readonly screen: Screen;
  readonly version: string;
}

/** What the window shows as a whole. */
export const shown = createStore<Shown>({ screen: { kind: "starting" }, version: "" });

/** The report that is on the screen, or would be again if the file now being opened cannot be read. */
export function reportBehind(screen: Screen): ReportScreen | null {
  if (screen.kind === "report") return screen;
  return screen.kind === "reading" || screen.kind === "unreadable" ? screen.before : null;
}
