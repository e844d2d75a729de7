import { gbk } from "../../support/gbk.ts";

/** PDF files written by hand: letters and lines at their places, as print drivers leave them. */

/** A text and where its first letter stands: from the left, from the top, in points. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Default 16, the size of an official document's text. */
  readonly size?: number;
  /** Turned by so many degrees. */
  readonly turned?: number;
  /** What the mark round it says that it is; its glyph is then one that is no letter. */
  readonly actual?: string;
}

export interface PageInput {
  readonly texts?: readonly Placed[];
  /** `[x1, y1, x2, y2]` */
  readonly lines?: readonly (readonly [number, number, number, number])[];
}

export interface PdfInput {
  /**
   * How the font's letters are coded: `UniGB-UCS2-H` and `GBK-EUC-H` name a table of Adobe's, `Identity-H` gives the
   * numbers of Adobe's Chinese collection themselves.
   */
  readonly coding?: "UniGB-UCS2-H" | "GBK-EUC-H" | "Identity-H";
  /** Entries of the trailer, such as `/Encrypt`. */
  readonly trailer?: string;
}

const [WIDTH, HEIGHT] = [595, 842];

/** A PDF with one font that is not embedded: Han letters are as wide as high, all others half as wide. */
export function pdf(pages: readonly PageInput[], { coding = "UniGB-UCS2-H", trailer = "" }: PdfInput = {}): Uint8Array {
  const kids = pages.map((_, i) => `${5 + i * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${coding} /DescendantFonts [4 0 R] >>`,
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /DW 1000 /W [1 95 500 814 939 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>",
    ...pages.flatMap((page, i) => {
      const content = drawn(page, coding);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F 3 0 R >> >> /Contents ${6 + i * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let text = "%PDF-1.5\n";
  const places = objects.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${places.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new TextEncoder().encode(text + end);
}

function drawn({ texts = [], lines = [] }: PageInput, coding: string): string {
  const letters = texts.map(({ x, y, text, size = 16, turned = 0, actual }) => {
    const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)].map((n) =>
      n.toFixed(4),
    );
    const place = `/F ${size} Tf ${cos} ${sin} -${sin} ${cos} ${x} ${HEIGHT - y} Tm`;
    if (actual === undefined) return `BT ${place} <${coded(text, coding)}> Tj ET`;
    return `BT ${place} /Span << /ActualText <feff${coded(actual, "UniGB-UCS2-H")}> >> BDC <0000> Tj EMC ET`;
  });
  const strokes = lines.map(([x1, y1, x2, y2]) => `${x1} ${HEIGHT - y1} m ${x2} ${HEIGHT - y2} l S`);
  return [...strokes, ...letters].join("\n");
}

function coded(text: string, coding: string): string {
  const hex = (bytes: readonly number[]) => bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [...text]
    .map((letter) => {
      const unit = letter.charCodeAt(0);
      if (coding === "GBK-EUC-H") return hex([...gbk(letter)]);
      const number = coding === "Identity-H" ? (IDENTITIES[letter] ?? 0) : unit;
      return hex([number >> 8, number & 0xff]);
    })
    .join("");
}

/** Numbers in Adobe's Chinese collection. */
const IDENTITIES: Readonly<Record<string, number>> = { 公: 1796, 开: 2359, 数: 3476, "7": 24 };

/** A line of an official document: the text begins 80 points from the left, an indent is two letters. */
export function line(text: string, y: number, indent = 0): Placed {
  return { x: 80 + indent * 16, y, text };
}

/** The borders of a table with these columns and rows, every place parted from the next. */
export function borders(xs: readonly number[], ys: readonly number[]): [number, number, number, number][] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return [
    ...ys.map((y): [number, number, number, number] => [left, y, right, y]),
    ...xs.map((x): [number, number, number, number] => [x, top, x, bottom]),
  ];
}
