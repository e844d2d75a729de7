import { Bookmark, Paragraph } from "docx";
import type { Form } from "../../../core/form/form.ts";
import type { Preset } from "../../../core/paper/preset.ts";
import { usualTitle } from "../../../core/recognise/front.ts";
import type { Report, Section } from "../../../core/report/report.ts";
import { headingRank } from "../../../core/text/heading.ts";
import type { Marker } from "./marker.ts";
import { carried, isBlank, paragraph, runs } from "./runs.ts";
import type { StyleId } from "./styles.ts";
import { fromPoints, textWidth } from "./units.ts";

const HEADINGS = ["PaperBody", "Heading1", "Heading2", "Heading3", "Heading4"] as const satisfies readonly StyleId[];

/** Title and sections, as paragraphs. */
export function narrative(report: Report, form: Form, preset: Preset, marker: Marker): Paragraph[] {
  return [
    ...title(report, form, preset, marker),
    ...report.sections.flatMap((section) => sectionParagraphs(section, form, marker)),
  ];
}

/** The title on the paper: the report's own, else the form's usual one; `null` while unit or year is open. */
export function printedTitle(report: Report, form: Form): string | null {
  return report.title ?? usualTitle(form, report.unit, report.year);
}

function title(report: Report, form: Form, preset: Preset, marker: Marker): Paragraph[] {
  const text = printedTitle(report, form);
  if (text === null || isBlank(text)) return [];
  const name = marker({ kind: report.title === null ? "proposed" : "title" });
  const indent = titleIndent(text, preset);
  return [
    new Paragraph({
      style: "Title" satisfies StyleId,
      children: [new Bookmark({ id: name, children: runs(text) })],
      ...(indent > 0 ? { indent: { left: indent, right: indent } } : {}),
    }),
  ];
}

/**
 * A title of several lines must not end in one lonely character: both sides move in until its lines are about
 * equal. A line break in the text would do it too, but would come back as part of the title.
 */
function titleIndent(text: string, preset: Preset): number {
  const size = fromPoints(preset.text.title.size);
  const fits = Math.floor(textWidth(preset) / size);
  const width = Math.ceil([...carried(text)].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x100 ? 0.5 : 1), 0));
  if (text.includes("\n") || width <= fits) return 0;
  const lines = Math.ceil(width / fits);
  const wanted = Math.min(Math.ceil(width / lines) + 1, fits);
  return Math.floor((textWidth(preset) - wanted * size) / 2);
}

function sectionParagraphs(section: Section, form: Form, marker: Marker): Paragraph[] {
  const preamble = form.sections.get(section.key)?.preamble === true;
  const texts = section.paragraphs.filter((text) => !isBlank(text));
  const body = texts.map((text, i) =>
    paragraph(
      text,
      HEADINGS[headingRank(text) ?? 0] ?? "PaperBody",
      preamble && i === 0 ? marker({ kind: "preamble" }) : undefined,
    ),
  );
  if (isBlank(section.heading)) return body;
  return [paragraph(section.heading, "Heading1", marker({ kind: "section", key: section.key })), ...body];
}
