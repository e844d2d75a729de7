import { Paragraph, Table } from "docx";
import type { Form } from "../../core/form/form.ts";
import { annexPaper } from "../../core/paper/annex.ts";
import { annexNote } from "../../core/paper/annex-note.ts";
import type { Preset } from "../../core/paper/preset.ts";
import type { Report } from "../../core/report/report.ts";
import { annexPages } from "./writer/annex.ts";
import { packDocument } from "./writer/document.ts";
import { makeMarker } from "./writer/marker.ts";
import { narrative, printedTitle } from "./writer/narrative.ts";
import { paragraph } from "./writer/runs.ts";

/**
 * Writes the submission file in the format of the preset: title, sections, and the annex with the statistics
 * table on its own page where the report has that table. `extra` is no part of a submission and stays out.
 * Bookmarks say what each part is, so that the file comes in again as the same report (`core/marks.ts`).
 */
export async function writeDocx(report: Report, form: Form, preset: Preset): Promise<Uint8Array> {
  const marker = makeMarker();
  const paper = annexPaper(report, form);
  const text = narrative(report, form, preset, marker);
  // A page must not end with a table: Word wants a line behind it.
  if (text.at(-1) instanceof Table) text.push(new Paragraph({}));
  const note = annexNote(report, form);
  const annex = [
    ...(note ? [paragraph(note, "PaperAnnexNote", marker({ kind: "proposed" }))] : []),
    ...(paper ? annexPages(paper, preset, marker) : []),
  ];
  const contents = {
    title: printedTitle(report, form) ?? "",
    author: report.unit ?? "",
    children: [...text, ...annex],
  };
  return packDocument(contents, preset);
}
