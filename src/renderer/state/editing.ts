import { sameText, withContent } from "../../core/content/of-report.ts";
import type { Content } from "../../core/content/types.ts";
import { applyEdit } from "../../core/edit/apply.ts";
import type { CellsEdit, Edit } from "../../core/edit/edit.ts";
import { inverseOf } from "../../core/edit/inverse.ts";
import type { Reason, Report } from "../../core/report/report.ts";
import { viewOf } from "../view/view.ts";
import { createHistory, type TextChange } from "./history.ts";
import { showCells } from "./jump.ts";
import { type ReportScreen, shown } from "./screen.ts";
import type { Drawing } from "./store.ts";

/** The open text editor, as far as the report's state needs it. */
export interface TextPort {
  readonly apply: (change: TextChange) => boolean;
  readonly become: (content: Content) => boolean;
  /** Tells what was typed and not told yet. */
  readonly flush: () => void;
  /** The paragraph that the cursor is in. */
  readonly place: () => { readonly section: string; readonly paragraph: number } | null;
}

let text: TextPort | null = null;

/** Undo and redo of the open report, text and table in one order. */
export const history = createHistory<Edit>({
  text: (change) => text?.apply(change) ?? false,
  edit: (edit) => {
    const done = change((report) => applyEdit(report, edit));
    const [first] = edit.kind === "together" ? edit.edits : [edit];
    if (done && first?.kind === "cells") showChanged(first);
    return done;
  },
});

/** What undo or redo has done to the table is to be seen. */
function showChanged({ table, changes }: CellsEdit): void {
  const screen = open();
  if (screen) showCells(table, changes, viewOf(screen.report, screen.form));
}

/** The editor announces itself; the answer takes it away again. A report's history does not outlive its editor. */
export function attachText(port: TextPort): () => void {
  text = port;
  history.clear();
  return () => {
    if (text !== port) return;
    text = null;
    history.clear();
  };
}

/**
 * Does something to the open report that can be undone. `false` where there is none, or the text is being composed.
 * Edits of one `run` that follow each other are undone as one.
 */
export function edit(next: Edit, run?: object, drawing: Drawing = "at once"): boolean {
  const screen = open();
  if (!screen) return false;
  // The editor keeps the text and records its own steps.
  if (next.kind === "content" && text) {
    const done = text.become(next.content);
    if (done) text.flush();
    return done;
  }
  text?.flush();
  const { report } = open() ?? screen;
  history.recordEdit({ undo: inverseOf(next, report), redo: next }, run);
  return change(() => applyEdit(report, next), drawing);
}

/** Takes over what the editor holds now; its steps are in the history already. */
export function narrativeChanged(content: Content): void {
  change((report) => {
    const next = withContent(report, content);
    return sameText(next.sections, report.sections) ? { ...next, sections: report.sections } : next;
  });
}

/** Takes over reasons that are no edit of the clerk's: what happened to the report is not taken back by undo. */
export function keepReasons(reasons: readonly Reason[]): void {
  change((report) => ({ ...report, reasons }));
}

/** The text as it is this moment stands in the report afterwards (before saving, export, close). */
export function flushText(): void {
  text?.flush();
}

/** The paragraph that the cursor of the text is in. */
export function textPlace(): { readonly section: string; readonly paragraph: number } | null {
  return text?.place() ?? null;
}

function open(): ReportScreen | null {
  const { screen } = shown.get();
  // A file that is only looked at stays as it was read.
  return screen.kind === "report" && screen.stored !== null ? screen : null;
}

function change(next: (report: Report) => Report, drawing: Drawing = "at once"): boolean {
  const screen = open();
  if (!screen) return false;
  const report = next(screen.report);
  if (report !== screen.report) shown.set({ screen: { ...screen, report } }, drawing);
  return true;
}
