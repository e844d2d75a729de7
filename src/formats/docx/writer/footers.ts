import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from "docx";
import type { Preset } from "../../../core/paper/preset.ts";
import type { StyleId } from "./styles.ts";
import { fromPoints } from "./units.ts";

/** `— 1 —`: at the right on odd pages and at the left on even ones, in from the edge by the preset's characters. */
export function footers(preset: Preset): { readonly default: Footer; readonly even: Footer } {
  const inset = fromPoints(preset.text.pageNumber.size * preset.pageNumber.inset);
  const footer = (alignment: "left" | "right") =>
    new Footer({
      children: [
        new Paragraph({
          style: "PaperPageNumber" satisfies StyleId,
          alignment: alignment === "left" ? AlignmentType.LEFT : AlignmentType.RIGHT,
          indent: alignment === "left" ? { left: inset } : { right: inset },
          children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
        }),
      ],
    });
  return { default: footer("right"), even: footer("left") };
}
