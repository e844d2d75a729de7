import { takesFrom } from "../../core/carry/moves.ts";
import type { Form } from "../../core/form/form.ts";
import { readyShelf, storedReport } from "./screen.ts";

/** What a new report can begin with. */
export type Start =
  | { readonly kind: "stored"; readonly name: string; readonly id: string }
  | { readonly kind: "blank" | "file"; readonly name: string };

/** The ways to begin, the likeliest first: last year's report of the office where the form can take it over. */
export function startsFor(form: Form, year: number, unit: string | null): Start[] {
  const last = readyShelf()?.reports.find((line) => line.year === year - 1 && line.unit === unit);
  const fits = last && (last.form === form.id || takesFrom(form, last.form));
  return [
    ...(fits ? [{ kind: "stored", name: `从 ${year - 1} 年度的报告开始，它在这台电脑上`, id: last.id } as const] : []),
    { kind: "blank", name: "从空白开始" },
    { kind: "file", name: "从去年的文件开始…" },
  ];
}

/** The office that the clerk wrote down, else that of the open report or of the one that was worked on last. */
export function lastUnit(): string | null {
  const shelf = readyShelf();
  if (!shelf) return null;
  const [last] = shelf.reports
    .filter(({ unit }) => unit !== null)
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt));
  return shelf.office?.unit ?? storedReport()?.report.unit ?? last?.unit ?? null;
}
