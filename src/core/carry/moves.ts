import type { Form } from "../form/form.ts";
import type { Report } from "../report/report.ts";

/** Where the text of a section goes when a report goes over to another form. */
export interface Move {
  /** The section of the older report. */
  readonly from: string;
  /** A section of the new form; `null`: it stays a section of its own, behind the others. */
  readonly to: string | null;
}

/** True where the form says how reports of the other one go over to it. */
export function takesFrom(form: Form, old: string): boolean {
  return form.file.from?.some((one) => one.form === old) ?? false;
}

/** Every section of an older report and where its text usually goes, as the form says; what it does not name stays. */
export function usualMoves(report: Report, form: Form): Move[] {
  const mapping = form.file.from?.find((one) => one.form === report.form);
  return report.sections.map(({ key }) => ({
    from: key,
    to: mapping?.sections.find(({ from }) => from === key)?.to ?? null,
  }));
}

/** The sections that go into one of the new form, in the order of the text. */
export function sourcesOf(moves: readonly Move[], to: string): string[] {
  return moves.filter((move) => move.to === to).map(({ from }) => from);
}
