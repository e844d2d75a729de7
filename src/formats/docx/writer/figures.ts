import type { IParagraphPropertiesOptions } from "docx";
import { type BaseXmlComponent, Bookmark, Paragraph, XmlAttributeComponent, XmlComponent } from "docx";
import type { PrintedRun } from "../../../core/content/printed.ts";
import type { FigureRef } from "../../../core/content/types.ts";
import { figureTag } from "../../../core/marks.ts";
import { runs } from "./runs.ts";

/**
 * A paragraph of printed runs; a bound figure stands in a content control with its cell's address as tag. The
 * docx package takes no controls in a paragraph's list of children, but any element that is added afterwards.
 */
export function richParagraph(
  printed: readonly PrintedRun[],
  look: IParagraphPropertiesOptions,
  bookmark?: string,
): Paragraph {
  const paragraph = new Paragraph(look);
  const mark = bookmark === undefined ? null : new Bookmark({ id: bookmark, children: [] });
  if (mark) paragraph.addChildElement(mark.start);
  for (const child of richRuns(printed)) paragraph.addChildElement(child);
  if (mark) paragraph.addChildElement(mark.end);
  return paragraph;
}

function richRuns(printed: readonly PrintedRun[]): XmlComponent[] {
  const joined: PrintedRun[] = [];
  for (const run of printed) {
    const last = joined.at(-1);
    // Runs of one look are one again: a line end may have come apart between them.
    if (last && !last.figure && !run.figure && last.bold === run.bold) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else joined.push(run);
  }
  return joined.flatMap(({ text, bold, figure }) =>
    figure ? [new FigureControl(figure, runs(text, bold))] : runs(text, bold),
  );
}

/** `w:sdt` in a line. Word shows its name when one clicks the number; the number itself can be changed there. */
class FigureControl extends XmlComponent {
  constructor(figure: FigureRef, children: readonly BaseXmlComponent[]) {
    super("w:sdt");
    const properties = [
      new Element("w:alias", [new Value({ val: "统计表里的数字" })]),
      new Element("w:tag", [new Value({ val: figureTag(figure) })]),
      new Element("w:text", []),
    ];
    this.root.push(new Element("w:sdtPr", properties), new Element("w:sdtContent", children));
  }
}

class Element extends XmlComponent {
  constructor(name: string, children: readonly BaseXmlComponent[]) {
    super(name);
    this.root.push(...children);
  }
}

class Value extends XmlAttributeComponent<{ readonly val: string }> {
  protected override readonly xmlKeys = { val: "w:val" };
}
