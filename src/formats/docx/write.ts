import { Document, Packer, Paragraph, Table } from "docx";
import type { Form } from "../../core/form/form.ts";
import { annexPaper } from "../../core/paper/annex.ts";
import { annexNote } from "../../core/paper/annex-note.ts";
import type { Preset } from "../../core/paper/preset.ts";
import type { Report } from "../../core/report/report.ts";
import { annexPages } from "./writer/annex.ts";
import { footers } from "./writer/footers.ts";
import { makeMarker } from "./writer/marker.ts";
import { narrative, printedTitle } from "./writer/narrative.ts";
import { carried, paragraph } from "./writer/runs.ts";
import { footerDistance, stylesXml } from "./writer/styles.ts";
import { fromMillimetres } from "./writer/units.ts";

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
  const { page } = preset;
  const margin = {
    top: fromMillimetres(page.top),
    right: fromMillimetres(page.right),
    bottom: fromMillimetres(page.bottom),
    left: fromMillimetres(page.left),
    header: fromMillimetres(page.top / 2),
    footer: footerDistance(preset),
  };
  const document = new Document({
    title: carried(printedTitle(report, form) ?? ""),
    creator: carried(report.unit ?? ""),
    lastModifiedBy: carried(report.unit ?? ""),
    description: "",
    compatibility: { version: 15 },
    evenAndOddHeaderAndFooters: true,
    externalStyles: stylesXml(preset),
    sections: [
      {
        properties: {
          page: {
            size: { width: fromMillimetres(page.width), height: fromMillimetres(page.height) },
            margin,
          },
          grid: { type: "lines", linePitch: preset.grid.linePitch },
        },
        footers: footers(preset),
        children: [...text, ...annex],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
