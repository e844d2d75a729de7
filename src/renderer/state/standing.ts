import type { Counts, Standing, WritingPlace } from "../../contract/reports.ts";
import type { Form } from "../../core/form/form.ts";
import { tableName } from "../../core/form/names.ts";
import type { Report } from "../../core/report/report.ts";
import { headingRank } from "../../core/text/heading.ts";
import { countLevels } from "../view/notices.ts";
import { chosenTable, viewOf } from "../view/view.ts";
import { textPlace } from "./editing.ts";
import { type Spot, ui } from "./ui.ts";

/** In a paragraph, in a cell of the table, or nowhere yet. */
type Cursor =
  | { readonly kind: "text"; readonly section: string; readonly paragraph: number }
  | { readonly kind: "cell"; readonly spot: Spot }
  | null;

/** Where the keyboard writes now; while it is elsewhere, where the text has its cursor. */
export function cursorNow(): Cursor {
  const { selection } = ui.get();
  if (selection && document.activeElement?.closest('[data-pane="grid"]')) {
    return { kind: "cell", spot: selection.active };
  }
  const place = textPlace();
  return place && { kind: "text", ...place };
}

/** What the first screen will say of the report. */
export function standingOf(report: Report, form: Form, cursor: Cursor): Standing {
  return { counts: countsOf(report, form), place: cursor && placeOf(report, form, cursor) };
}

function countsOf(report: Report, form: Form): Counts {
  const { notices } = viewOf(report, form);
  return {
    ...countLevels(notices),
    lifted: notices.filter(({ reason }) => reason?.kind === "lifted").length,
    stale: report.stale?.length ?? 0,
  };
}

function placeOf(report: Report, form: Form, cursor: NonNullable<Cursor>): WritingPlace | null {
  if (cursor.kind === "cell") {
    const { row, column } = cursor.spot;
    const shown = chosenTable(viewOf(report, form), ui.get());
    const line = shown?.grid.byId.get(row);
    return shown && line
      ? {
          at: { table: shown.table.form.key, row, column },
          name: tableName(form, shown.table.form.key),
          part: line.label,
        }
      : null;
  }
  const { section: key, paragraph } = cursor;
  const section = report.sections.find((candidate) => candidate.key === key);
  if (!section) return null;
  const part = section.paragraphs.slice(0, paragraph + 1).findLast((text) => headingRank(text) === 2);
  return { at: { section: key, paragraph }, name: section.heading || "前言", part: part ?? "" };
}
