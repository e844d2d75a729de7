import { Document, Packer, type Paragraph, type Table } from "docx";
import type { Preset } from "../../../core/paper/preset.ts";
import { footers } from "./footers.ts";
import { carried } from "./runs.ts";
import { footerDistance, stylesXml } from "./styles.ts";
import { fromMillimetres } from "./units.ts";

interface Contents {
  readonly title: string;
  readonly author: string;
  readonly children: readonly (Paragraph | Table)[];
}

/** The bytes of a Word file on the preset's page, with its styles and page numbers. */
export async function packDocument({ title, author, children }: Contents, preset: Preset): Promise<Uint8Array> {
  const { page } = preset;
  const document = new Document({
    title: carried(title),
    creator: carried(author),
    lastModifiedBy: carried(author),
    description: "",
    compatibility: { version: 15 },
    evenAndOddHeaderAndFooters: true,
    externalStyles: stylesXml(preset),
    sections: [
      {
        properties: {
          page: {
            size: { width: fromMillimetres(page.width), height: fromMillimetres(page.height) },
            margin: {
              top: fromMillimetres(page.top),
              right: fromMillimetres(page.right),
              bottom: fromMillimetres(page.bottom),
              left: fromMillimetres(page.left),
              header: fromMillimetres(page.top / 2),
              footer: footerDistance(preset),
            },
          },
          grid: { type: "lines", linePitch: preset.grid.linePitch },
        },
        footers: footers(preset),
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
