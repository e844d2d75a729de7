import type { Saved } from "../../contract/reports.ts";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import { call } from "../bridge.ts";
import { flushText } from "./editing.ts";
import { createSaver, type Saver, type SaveState } from "./saver.ts";
import { shown, storedReport } from "./screen.ts";
import { cursorNow, standingOf } from "./standing.ts";
import { createStore } from "./store.ts";
import { ui } from "./ui.ts";

/** Of the open report; `null` where none of the database is open. */
export const saving = createStore<{ readonly state: SaveState | null }>({ state: null });

let open: { readonly id: string; readonly saver: Saver<Report>; last: Report } | null = null;

/** Begins to save the report that is on the screen now. */
export function saveFromNow(id: string, saved: Saved, report: Report, form: Form): void {
  open?.saver.stop();
  const writer = crypto.randomUUID();
  const saver = createSaver<Report>({
    saved,
    send: (base, state) =>
      call["report:save"]({ id, base, writer, report: state, standing: standingOf(state, form, cursorNow()) }),
    tell: (state) => saving.set({ state }),
  });
  open = { id, saver, last: report };
  saving.set({ state: { kind: "saved", at: saved.at } });
}

/** The report is no longer on the screen. */
export function stopSaving(): void {
  open?.saver.stop();
  open = null;
  saving.set({ state: null });
}

/** Puts everything typed so far on the disk; `false` when it could not be. */
export async function flushSaves(): Promise<boolean> {
  flushText();
  return (await open?.saver.flush()) ?? true;
}

/** Watches the open report, compositions, and the moments at which everything must be saved. Called once. */
export function beginSaving(): void {
  shown.subscribe(() => {
    const screen = storedReport();
    if (!open || !screen || screen.source.id !== open.id || screen.report === open.last) return;
    open.last = screen.report;
    open.saver.changed(screen.report);
  });
  window.addEventListener("compositionstart", () => open?.saver.composing(true), true);
  // The editor takes the composed text over in the same event: afterwards it is the report's.
  window.addEventListener("compositionend", () => setTimeout(() => open?.saver.composing(false)), true);
  // An element that is taken off the page ends its composition without a word; the next key tells.
  window.addEventListener(
    "keydown",
    ({ isComposing, keyCode }) => {
      if (!isComposing && keyCode !== 229) open?.saver.composing(false);
    },
    true,
  );
  window.addEventListener("blur", () => void flushSaves());
  let section = ui.get().section;
  ui.subscribe(() => {
    if (ui.get().section === section) return;
    section = ui.get().section;
    void flushSaves();
  });
}
