import { cell, doc, p as paragraphOfDoc, rowEnd } from "../formats/doc/build.ts";
import { docx, p, tbl, tr } from "../formats/docx/build.ts";
import { odt } from "../formats/odt/build.ts";
import { borders, type PageInput, type Placed, pdf } from "../formats/pdf/build.ts";
import { compound, oldStream, xls } from "../formats/xls/build.ts";
import { bytesOf, fill } from "../formats/xlsx/build.ts";
import { gbk } from "./gbk.ts";

/** A text and its table, to be put into a file of any kind. */
export interface Content {
  readonly before: readonly string[];
  /** All rows as long as the first. */
  readonly rows: readonly (readonly string[])[];
  readonly after: readonly string[];
}

type Maker = (content: Content) => Uint8Array | Promise<Uint8Array>;

/** Files of every kind that is read, as small as they can be made by hand: no writer of the program has part in them. */
export const KINDS = {
  "txt, tabs": (content) => utf8(lines(content, (row) => row.join("\t"))),
  "txt, bars, GBK": (content) => gbk(lines(content, (row) => `${row.join(" | ")} |`)),
  "csv, GBK": (content) => gbk(lines(content, (row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(","))),
  docx: ({ before, rows, after }) =>
    docx({
      body: [...before.map(inWord), tbl(...rows.map((row) => tr(...row.map(inWord)))), ...after.map(inWord)].join(""),
    }),
  "word 2003 xml": ({ before, rows, after }) =>
    utf8(
      `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>${before.map(inWord).join("")}<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${inWord(text)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>${after.map(inWord).join("")}</w:body></w:wordDocument>`,
    ),
  doc: ({ before, rows, after }) => {
    const edges = (rows[0] ?? []).map((_, i) => i * 2000).concat((rows[0]?.length ?? 0) * 2000);
    return doc({
      main: [
        ...before.map((text) => paragraphOfDoc(text)),
        ...rows.flatMap((row) => [...row.map(cell), rowEnd(edges)]),
        ...after.map((text) => paragraphOfDoc(text)),
      ],
    });
  },
  rtf: ({ before, rows, after }) => {
    const edges = (rows[0] ?? []).map((_, i) => `\\cellx${(i + 1) * 2000}`).join("");
    const table = rows.map(
      (row) => `\\trowd${edges}\\pard\\intbl ${row.map((text) => `${inRtf(text)}\\cell `).join("")}\\row`,
    );
    const texts = (list: readonly string[]) => list.map((text) => `\\pard ${inRtf(text)}\\par`);
    return utf8(`{\\rtf1\\ansi\\ansicpg936\\uc0${[...texts(before), ...table, ...texts(after)].join("\r\n")}}`);
  },
  odt: ({ before, rows, after }) => {
    const text = (one: string) => `<text:p>${inXml(one)}</text:p>`;
    const row = (one: readonly string[]) =>
      `<table:table-row>${one.map((each) => `<table:table-cell>${text(each)}</table:table-cell>`).join("")}</table:table-row>`;
    return odt({
      body: `${before.map(text).join("")}<table:table>${rows.map(row).join("")}</table:table>${after.map(text).join("")}`,
    });
  },
  html: (content) => utf8(html(content, "utf-8")),
  "html as xls, GBK": (content) => gbk(html(content, "gb2312")),
  mht: (content) =>
    utf8(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html(content, "utf-8")).toString("base64")}\r\n--b--\r\n`,
    ),
  xlsx: (content) => bytesOf((book) => fill(book.addWorksheet("统计表"), sheetRows(content))),
  xls: (content) => xls(sheetRows(content)),
  "xls of Excel 95": (content) =>
    compound({ Book: oldStream([{ name: gbk("表"), rows: sheetRows(content).map((row) => row.map(inOldCell)) }]) }),
  "excel 2003 xml": (content) =>
    utf8(
      `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${sheetRows(
        content,
      )
        .map(
          (row) =>
            `<Row>${row.map((text) => `<Cell><Data ss:Type="String">${inXml(text)}</Data></Cell>`).join("")}</Row>`,
        )
        .join("")}</Table></Worksheet></Workbook>`,
    ),
  pdf: (content) => pdf(pages(content)),
} satisfies Record<string, Maker>;

export type Kind = keyof typeof KINDS;

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function lines({ before, rows, after }: Content, line: (row: readonly string[]) => string): string {
  return `${[...before, ...rows.map(line), ...after].join("\n")}\n`;
}

function inXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function inWord(text: string): string {
  return p(inXml(text));
}

function inRtf(text: string): string {
  return text.replace(/[^\u0000-\u007f]/g, (letter) => `\\u${(letter.charCodeAt(0) << 16) >> 16} `);
}

function html({ before, rows, after }: Content, charset: string): string {
  const text = (one: string) => `<p>${inXml(one)}</p>`;
  const row = (one: readonly string[]) => `<tr>${one.map((each) => `<td>${inXml(each)}</td>`).join("")}</tr>`;
  return `<html><head><meta charset="${charset}"></head><body>${before.map(text).join("")}<table>${rows.map(row).join("")}</table>${after.map(text).join("")}</body></html>`;
}

function sheetRows({ before, rows, after }: Content): string[][] {
  return [...before.map((text) => [text]), ...rows.map((row) => [...row]), ...after.map((text) => [text])];
}

function inOldCell(text: string): Uint8Array | number | null {
  return text === "" ? null : /^\d+$/.test(text) ? Number(text) : gbk(text);
}

/** What a line is never broken inside: a letter with the marks behind it, a word of Latin letters and digits. */
const UNIT = /(?:[!-~]+|[^])[，。、；：？！）》”…,.;:!?)]*/gu;

/** Lines of 42 Han letters, the first two letters shorter. */
function wrapped(text: string): string[] {
  const width = (one: string) => [...one].reduce((sum, letter) => sum + (letter < "\u0100" ? 1 : 2), 0);
  const lines = [""];
  for (const [unit] of text.matchAll(UNIT)) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && width(line + unit) > (lines.length === 1 ? 80 : 84)) lines.push(unit);
    else lines[lines.length - 1] = line + unit;
  }
  return lines;
}

const TOP = 80;
const BOTTOM = 760;
const LINE = 22;

/** Text at 11 points, indented by two letters; the table in borders, its row a line. */
function pages({ before, rows, after }: Content): PageInput[] {
  const done: { texts: Placed[]; lines: [number, number, number, number][] }[] = [{ texts: [], lines: [] }];
  let y = TOP;
  const next = () => {
    if (y + LINE > BOTTOM) {
      done.push({ texts: [], lines: [] });
      y = TOP;
    }
    y += LINE;
    return done.at(-1) as (typeof done)[number];
  };
  const put = (text: string) => {
    for (const [i, piece] of wrapped(text).entries()) {
      next().texts.push({ x: 60 + (i === 0 ? 22 : 0), y, text: piece, size: 11 });
    }
  };
  before.forEach(put);
  const columns = rows[0]?.length ?? 0;
  const xs = Array.from({ length: columns + 1 }, (_, i) => (i === 0 ? 20 : 330 + (i - 1) * (240 / columns)));
  for (const row of rows) {
    const page = next();
    page.texts.push(...row.map((text, c) => ({ x: (xs[c] ?? 0) + 3, y: y - 6, text, size: 7 })));
    page.lines.push(...borders(xs, [y - LINE, y]));
  }
  after.forEach(put);
  return done;
}
