import { annexPaper } from "../../../src/core/paper/annex.ts";
import type { Report } from "../../../src/core/report/report.ts";
import { headingNumber } from "../../../src/core/text/heading.ts";
import { form2014 } from "../../support/forms.ts";
import { docx, item, p, tbl, tc, tr } from "../docx/build.ts";

const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const WIDTHS = [6000, 1200, 1800];

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/**
 * The report as an office types it in Word: nothing marked, the sections' numbers automatic, the head and the foot of
 * the annex in merged cells of its table.
 */
export function officeDocx(report: Report): Uint8Array {
  const paper = annexPaper(report, form2014);
  const wide = (text: string): string =>
    tr(tc(escaped(text), '<w:tcW w:w="9000" w:type="dxa"/><w:gridSpan w:val="3"/>'));
  const row = (cells: readonly string[]): string =>
    tr(...cells.map((text, i) => tc(escaped(text), `<w:tcW w:w="${WIDTHS[i] ?? 1000}" w:type="dxa"/>`)));
  const table = paper
    ? p(paper.number ?? "附件") +
      p(paper.title) +
      tbl(
        wide(paper.unitLine),
        row(paper.header),
        ...paper.rows.map((one) => row([one.label + one.note, one.unit, ...one.values.map(({ text }) => text)])),
        wide(paper.signOff.map(({ label, value }) => `${label}：${value}`).join("    ")),
      ).replace(
        "<w:tblGrid/>",
        `<w:tblGrid>${WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`,
      )
    : "";
  const sections = report.sections.map(({ heading, paragraphs }) => {
    const title = headingNumber(heading)?.rest ?? heading;
    return (heading === "" ? "" : item(escaped(title), 1)) + paragraphs.map((text) => p(escaped(text))).join("");
  });
  return docx({ numbering: NUMBERING, body: p(escaped(report.title ?? "")) + sections.join("") + table });
}
