import { Bookmark, Paragraph, Tab, TextRun } from "docx";
import type { StyleId } from "./styles.ts";

// Control characters, U+FFFE and U+FFFF, and halves of a surrogate pair: Word calls a file with one unreadable.
const UNCARRIED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** The text without what XML cannot carry; every kind of line end is `\n`. */
export function carried(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNCARRIED, "");
}

/** Signs that Latin and Chinese share (“ ” … —) take the Chinese font, as Word itself says when one types them. */
const CHINESE = { font: { hint: "eastAsia" } };

/** Runs for a text in which `\n` is a line break and `\t` a tab; `size` in points where it is not the style's. */
export function runs(text: string, bold = false, size?: number): TextRun[] {
  return carried(text)
    .split("\n")
    .map((line, i) => {
      const children = line
        .split("\t")
        .flatMap((piece, j) => [...(j > 0 ? [new Tab()] : []), ...(piece ? [piece] : [])]);
      return new TextRun({
        ...CHINESE,
        children,
        ...(bold ? { bold } : {}),
        ...(size ? { size: size * 2 } : {}),
        ...(i > 0 ? { break: 1 } : {}),
      });
    });
}

/** A paragraph in one of the paper's styles; a bookmark spans its whole text. */
export function paragraph(
  text: string,
  style: StyleId,
  bookmark?: string,
  more: { readonly pageBreakBefore?: boolean } = {},
): Paragraph {
  const content = runs(text);
  const children = bookmark ? [new Bookmark({ id: bookmark, children: content })] : content;
  return new Paragraph({ style, children, ...more });
}

/** Nothing that prints: such a paragraph would be no paragraph when it is read. */
export function isBlank(text: string): boolean {
  return carried(text).trim() === "";
}
