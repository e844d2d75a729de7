import { withReason } from "../../core/checks/reasons.ts";
import type { Reason } from "../../core/report/report.ts";
import { mendFor } from "../view/mends.ts";
import { listed, type Notice } from "../view/notices.ts";
import { viewOf } from "../view/view.ts";
import { edit } from "./editing.ts";
import { focusPane, goToNotice } from "./jump.ts";
import { type ReportScreen, shown } from "./screen.ts";
import { ui } from "./ui.ts";

/** The notices as the pane lists them now. */
function list(): readonly Notice[] {
  const screen = open();
  const { tab, order } = ui.get();
  return screen ? listed(viewOf(screen.report, screen.form).notices, tab, order) : [];
}

/** The notice that the clerk is at, if it still stands. */
export function currentNotice(): Notice | null {
  const screen = open();
  const { notice } = ui.get();
  return (screen && viewOf(screen.report, screen.form).notices.find(({ id }) => id === notice)) ?? null;
}

/**
 * Goes to the next open notice (1) or the one before (-1), round and round, from anywhere: of those that the pane
 * lists, or of all where it lists none that is open.
 */
export function goToNext(step: 1 | -1): void {
  const screen = open();
  if (!screen) return;
  const isOpen = ({ reason }: Notice) => reason === null;
  const here = list().filter(isOpen);
  const { notices: all } = viewOf(screen.report, screen.form);
  const notices = here.length > 0 ? here : listed(all, "all", ui.get().order).filter(isOpen);
  if (notices.length === 0) return;
  const at = notices.findIndex(({ id }) => id === ui.get().notice);
  const next = at < 0 ? (step > 0 ? 0 : notices.length - 1) : (at + step + notices.length) % notices.length;
  const notice = notices[next];
  if (!notice) return;
  goToNotice(notice, viewOf(screen.report, screen.form), true);
  if (!notice.target) focusPane("findings");
}

/** Carries out the certain mend of a notice, and goes on to the next. `false` where none is offered. */
export function mendNotice(notice: Notice): boolean {
  const screen = open();
  const mend = screen?.stored ? mendFor(notice, screen.report, screen.form) : null;
  return mend !== null && goingOn(notice, () => edit(mend.edit));
}

/** Asks for the reason of a notice. */
export function answering(notice: Notice): void {
  ui.set({ notice: notice.id, dialog: "reason" });
}

/** Writes down why a notice is left as it is, and goes on to the next. */
export function answerNotice(notice: Notice, text: string, by: string): boolean {
  const { finding } = notice;
  const reasons = open()?.report.reasons ?? [];
  if (!finding) return false;
  const said = { text, by, at: new Date().toISOString() };
  return goingOn(notice, () => edit({ kind: "reasons", reasons: withReason(reasons, finding, said) }));
}

/** Takes a written reason back: what it answered speaks again. */
export function takeBack(reason: Reason): boolean {
  const reasons = open()?.report.reasons ?? [];
  return edit({ kind: "reasons", reasons: reasons.filter((one) => one !== reason) });
}

/** Does something that settles a notice. Where it has, the next one of the list becomes current. */
function goingOn(notice: Notice, act: () => boolean): boolean {
  const before = list();
  if (!act()) return false;
  const left = new Map(list().map((one) => [one.id, one]));
  const at = before.findIndex(({ id }) => id === notice.id);
  const stillOpen = ({ id }: Notice) => left.get(id)?.reason === null;
  const next = [...before.slice(at), ...before.slice(0, at).reverse()].find(stillOpen);
  ui.set({ notice: next?.id ?? null });
  return true;
}

function open(): ReportScreen | null {
  const { screen } = shown.get();
  return screen.kind === "report" ? screen : null;
}
