import { utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/core/report/report.ts";
import { readReport } from "../../src/formats/read.ts";
import { UnreadableFile } from "../../src/formats/unreadable.ts";
import { doc, p as paragraphOfDoc } from "../formats/doc/build.ts";
import { docx, p } from "../formats/docx/build.ts";
import { zipOf } from "../formats/docx/zip.ts";
import { odt } from "../formats/odt/build.ts";
import { compoundOf } from "../formats/ole/build.ts";
import { pdf } from "../formats/pdf/build.ts";
import { compound, oldStream, record, u16 } from "../formats/xls/build.ts";
import { insideOf } from "../fuzz/inside.ts";
import { shippedForms } from "../support/forms.ts";
import { type Content, KINDS, type Kind } from "../support/kinds.ts";

/** Files that were made, or damaged, to hold a program up: each is read whole or refused in one sentence. */

async function read(bytes: Uint8Array): Promise<Report> {
  return readReport([{ name: "报告", bytes }], shippedForms);
}

async function refused(bytes: Uint8Array): Promise<UnreadableFile> {
  const error = await read(bytes).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UnreadableFile);
  expect((error as UnreadableFile).message).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*请[^\n]*。$/);
  return error as UnreadableFile;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const everything = (report: Report) => JSON.stringify(report);

describe("a table of 100,000 rows", () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => [`指标${i}`, "件", String(i)]);
  const content: Content = { before: ["一、基本工作情况"], rows, after: [] };
  // A page of a PDF and a sheet of old Excel have no room for so many; a .doc made here is above 64 MB before.
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => !/^(?:pdf|xls|doc$)/.test(kind));
  it.each(kinds)("is told at once in %s", { timeout: 120_000 }, async (kind) => {
    expect(await refused(await KINDS[kind](content))).toMatchObject({ code: expect.stringMatching(/endless|large/) });
  });

  it("is told at once in xlsx", { timeout: 120_000 }, async () => {
    const book = utils.book_new(utils.aoa_to_sheet(rows), "统计表");
    const bytes = new Uint8Array(write(book, { bookType: "xlsx", type: "buffer", compression: true }) as Buffer);
    expect(await refused(bytes)).toMatchObject({ code: expect.stringMatching(/endless|large/) });
  });
});

describe("a workbook that names a place far off", () => {
  it.each([
    ["row", 'r="A2"', 'r="A2147483647"'],
    ["row beyond all numbers", 'r="A2"', `r="A${"9".repeat(30)}"`],
    ["column", 'r="A2"', 'r="ZZZZZZ2"'],
    ["extent", /<dimension ref="[^"]*"/, '<dimension ref="A1:XFD2147483647"'],
    ["stretch", 'spans="1:2"', 'spans="1:2147483647"'],
  ])("%s is read as quickly as any", async (_, from, to) => {
    const inside = await insideOf(await KINDS.xlsx({ before: ["甲"], rows: [["乙", "丙"]], after: ["丁"] }));
    const name = "xl/worksheets/sheet1.xml";
    const sheet = Buffer.from(inside?.parts.get(name) ?? []).toString();
    const spoilt = sheet.replace(from, to);
    expect(spoilt).not.toBe(sheet);
    const report = await read(inside?.packed(new Map(inside.parts).set(name, utf8(spoilt))) ?? new Uint8Array());
    expect(everything(report)).toContain("丁");
  });
});

it("a workbook of 900 sheets is told by their number", async () => {
  const book = utils.book_new();
  for (let i = 0; i < 900; i += 1) utils.book_append_sheet(book, utils.aoa_to_sheet([["甲"]]), `表${i}`);
  const bytes = new Uint8Array(write(book, { bookType: "xlsx", type: "buffer" }) as Buffer);
  expect((await refused(bytes)).message).toContain("900 张工作表");
});

describe("nesting without end", () => {
  const many = 20_000;
  const wide = "<w:tbl><w:tr><w:tc>";
  const inText =
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>';
  it.each([
    ["docx", docx({ body: `${wide.repeat(many)}${p("甲")}${"</w:tc></w:tr></w:tbl>".repeat(many)}` })],
    ["docx with an end missing", docx({ body: wide.repeat(many) })],
    [
      "odt",
      odt({ body: `${"<text:list><text:list-item>".repeat(many)}${"</text:list-item></text:list>".repeat(many)}` }),
    ],
    ["word 2003 xml", utf8(`${inText}${wide.repeat(many)}`)],
    ["rtf", utf8(`{\\rtf1 ${"{".repeat(100_000)}`)],
  ])("in %s is refused", async (_, bytes) => {
    await refused(bytes);
  });

  it.each([
    ["a web page's boxes", "<div>", "</div>"],
    ["a web page's tables", "<table><tr><td>", "</td></tr></table>"],
    [
      "a web page's tables with rows",
      "<table><tr><td>丙</td><td>丁</td></tr><tr><td>戊</td><td>",
      "</td></tr></table>",
    ],
    ["a web page's lists", "<ul><li>", "</li></ul>"],
    ["a web page's fonts", "<font><b>", "</b></font>"],
  ])("of %s is read through or refused", { timeout: 60_000 }, async (_, opening, closing) => {
    const page = (depth: number) =>
      utf8(`<html><body>${opening.repeat(depth)}甲乙${closing.repeat(depth)}</body></html>`);
    expect(everything(await read(page(40)))).toContain("甲乙");
    const deep = await read(page(many)).catch((error: unknown) => error);
    if (!(deep instanceof UnreadableFile)) expect(everything(deep as Report)).toContain("甲乙");
  });

  it("of a JSON that is no report is text", async () => {
    await read(utf8(`{"a":${"[".repeat(100_000)}`));
    await read(utf8(`{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`));
  });
});

describe("a line without end", () => {
  it.each([
    ["txt", utf8(`一、基本工作情况\n${"公开信息".repeat(2_000_000)}`)],
    ["csv", utf8(`甲,乙\n${"公开,信息,".repeat(1_000_000)}`)],
    ["tabs", utf8(`甲\t乙\n${"公开\t信息\t".repeat(1_000_000)}`)],
    ["html", utf8(`<html><body><p>${"公开信息".repeat(1_000_000)}</p></body></html>`)],
    ["rtf", utf8(`{\\rtf1\\ansi ${"abcdefghij".repeat(400_000)}}`)],
    ["docx", docx({ body: p("公开信息".repeat(1_000_000)) })],
  ])("in %s is refused", { timeout: 60_000 }, async (_, bytes) => {
    await refused(bytes);
  });

  it("that could stand in a report is read", async () => {
    const line = "公开信息，".repeat(20_000);
    expect(everything(await read(utf8(line)))).toContain(line);
  });
});

describe("bytes that are no text", () => {
  const text =
    "青禾街道2018年政府信息公开工作年度报告\n一、基本工作情况\n公开了\u0000信息\u0000。\n二、主动公开政府信息情况\n做了工作。";
  it("NULs are passed over or shown, and the text around them is read", async () => {
    const report = await read(utf8(text));
    expect(report.sections.map(({ key }) => key)).toEqual(["basic-work", "proactive"]);
    expect(everything(report)).toContain("信息");
    const page = await read(utf8(`<html><body><p>公开了\u0000信息</p></body></html>`));
    expect(everything(page)).toContain("信息");
    await refused(docx({ body: p("甲\u0000乙") }));
  });

  it("letters that no encoding knows are counted in a warning", async () => {
    const bytes = Buffer.concat([Buffer.from(text.replaceAll("\u0000", "")), Buffer.from([0xff, 0xc3, 0x28, 0xff])]);
    const report = await read(new Uint8Array(bytes));
    expect(report.messages).toContainEqual(expect.objectContaining({ code: "undecodable", level: "warning" }));
  });

  it("XML in an encoding that it does not say is refused", async () => {
    const inside = await insideOf(docx({ body: p("甲") }));
    const broken = Buffer.from([0x3c, 0xff, 0xc3, 0x28]);
    await refused((await inside?.packed(new Map(inside.parts).set("word/document.xml", broken))) ?? new Uint8Array());
  });
});

describe("1e400", () => {
  const rows = (shippedForms[0]?.file.tables[0]?.rows ?? [])
    .filter(({ origin }) => origin === "national")
    .map(({ label, unit, kind }, i) => [label, unit, kind === "header" ? "" : i < 3 ? "1e400" : "7"]);
  it.each(["txt, tabs", "csv, GBK", "docx", "html", "xls"] as const)(
    "in a cell of %s is kept as it is and said",
    async (kind) => {
      const report = await read(
        await KINDS[kind]({ before: [], rows: [["统计指标", "单位", "统计数"], ...rows], after: [] }),
      );
      const [cell] = report.tables[0]?.cells ?? [];
      expect(cell).toMatchObject({ state: "blank", value: null, raw: "1e400" });
      expect(report.messages).toContainEqual(
        expect.objectContaining({ code: "value-unclear", at: expect.objectContaining({ row: cell?.row }) }),
      );
    },
  );

  it("as a number of a workbook is no number", async () => {
    const bytes = await KINDS.xlsx({
      before: [],
      rows: [["统计指标", "单位", "统计数"], ...rows.map(([label = "", unit = ""]) => [label, unit, "7"])],
      after: [],
    });
    const inside = await insideOf(bytes);
    const sheet = Buffer.from(inside?.parts.get("xl/worksheets/sheet1.xml") ?? []).toString();
    const spoilt = sheet.replace(/<c r="C3"[^>]*>.*?<\/c>/, '<c r="C3"><v>1e400</v></c>');
    expect(spoilt).not.toBe(sheet);
    const report = await read(
      inside?.packed(new Map(inside.parts).set("xl/worksheets/sheet1.xml", utf8(spoilt))) ?? bytes,
    );
    const cell = report.tables[0]?.cells[0];
    expect(cell?.state).not.toBe("number");
    expect(report.messages).toContainEqual(
      expect.objectContaining({ at: expect.objectContaining({ row: cell?.row }) }),
    );
  });
});

describe("a file with a password", () => {
  const office = compoundOf({ EncryptionInfo: utf8("x"), EncryptedPackage: new Uint8Array(64) });
  const locked = record(0x002f, u16(0), u16(1), u16(2));
  const manifest =
    '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>';
  const key = "00".repeat(32);
  it.each([
    ["docx or xlsx", office],
    ["doc", doc({ main: [paragraphOfDoc("甲")], flags: 0x100 })],
    ["xls", compound({ Book: oldStream([{ name: utf8("a"), rows: [[1]] }], [locked]) })],
    ["odt", odt({ body: "", manifest })],
    ["zip", zipOf([{ name: "word/document.xml", data: "甲", deflate: true, claims: { flags: 1 } }])],
    [
      "pdf",
      pdf([{ texts: [{ x: 80, y: 120, text: "密", size: 14 }] }], {
        trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >> /ID [<00><00>]`,
      }),
    ],
  ])("of %s is named as such", async (_, bytes) => {
    expect((await refused(bytes)).message).toContain("密码");
  });
});
