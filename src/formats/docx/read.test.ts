import { describe, expect, test } from "vitest";
import { blocksOf, docx, p, relationshipsFile } from "../../../test/formats/docx/build.ts";
import { zipOf } from "../../../test/formats/docx/zip.ts";
import { UnreadableFile } from "../unreadable.ts";
import { readDocx } from "./read.ts";

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

describe("what stands beside the text", () => {
  test("headers and footers are furniture, each text once; page numbers show a number", async () => {
    const page = `<w:p>${run("— ")}${sign("begin")}${code(" PAGE ")}${sign("separate")}${sign("end")}${run(" —")}</w:p>`;
    const kept = page.replace(sign("separate"), sign("separate") + run("17"));
    const section =
      '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="even" r:id="footer2"/></w:sectPr>';
    const margins = { header1: p("启新街道文件"), footer1: page, footer2: kept, footer3: p("不在节里") };
    expect(await blocksOf({ body: p("正文") + section, margins })).toEqual([
      { kind: "paragraph", text: "正文" },
      { kind: "furniture", text: "启新街道文件", why: "running header" },
      { kind: "furniture", text: "— 1 —", why: "running footer" },
    ]);
  });

  test("a table of contents is furniture, by field, by style and by content control", async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>';
    const body =
      `<w:p>${sign("begin")}${code('TOC \\o "1-3"')}${sign("separate")}${run("一、概况")}</w:p>` +
      `<w:p>${run("二、公开")}</w:p><w:p>${sign("end")}</w:p>` +
      p("三、问题", '<w:pStyle w:val="10"/>') +
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p("四、打算")}</w:sdtContent></w:sdt>` +
      p("正文");
    expect(
      (await blocksOf({ body, styles })).map((block) => (block.kind === "table" ? "" : `${block.kind} ${block.text}`)),
    ).toEqual([
      "furniture 一、概况",
      "furniture 二、公开",
      "furniture 三、问题",
      "furniture 四、打算",
      "paragraph 正文",
    ]);
  });

  test("notes follow the body in the order of their signs, and are said", async () => {
    const body = `<w:p>${run("甲")}<w:r><w:endnoteReference w:id="1"/></w:r></w:p><w:p>${run("乙")}<w:r><w:footnoteReference w:id="3"/><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const footnotes =
      `<w:footnote w:type="separator" w:id="-1">${p("线")}</w:footnote><w:footnote w:id="2">${p("注二")}</w:footnote>` +
      `<w:footnote w:id="3">${p("注三")}</w:footnote><w:footnote w:id="4">${p("没有记号")}</w:footnote>`;
    const endnotes = `<w:endnote w:id="1">${p("尾注")}</w:endnote>`;
    const { value, messages } = await readDocx(docx({ body, footnotes, endnotes }));
    expect(value.blocks.map((block) => (block.kind === "paragraph" ? block.text : ""))).toEqual([
      "甲",
      "乙",
      "注三",
      "注二",
      "尾注",
    ]);
    expect(messages).toMatchObject([{ level: "info", code: "file.notes" }]);
  });

  test("comments, pictures and embedded files are said", async () => {
    const body = `<w:p>${run("甲")}<w:r><w:drawing><pic:pic/></w:drawing><w:object/></w:r></w:p><w:altChunk/>`;
    const { value, messages } = await readDocx(
      docx({ body, comments: `<w:comment w:id="0">${p("请核实")}</w:comment>` }),
    );
    expect(value.blocks).toEqual([
      { kind: "paragraph", text: "甲" },
      { kind: "furniture", text: "请核实", why: "comment" },
    ]);
    expect(messages.map(({ level, code }) => `${level} ${code}`)).toEqual([
      "info file.comments",
      "info file.pictures",
      "warning file.embedded",
    ]);
  });

  test("a plain document has nothing to say", async () => {
    expect((await readDocx(docx({ body: p("甲") }))).messages).toEqual([]);
  });
});

describe("files that are no Word document", () => {
  const part = (name: string, data: string) => ({ name, data });
  const root = (target: string) =>
    part("_rels/.rels", relationshipsFile(`<Relationship Id="r" Type="http://x/officeDocument" Target="${target}"/>`));
  const workbook = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
  const encrypted = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]);

  test.each([
    ["nothing", new Uint8Array(), "file.empty"],
    ["no zip", Buffer.from("PK\u0003\u0004 但不是"), "zip.damaged"],
    ["half a file", docx({ body: p("甲".repeat(500)) }).subarray(0, 400), "zip.damaged"],
    ["a zip of something else", zipOf([part("a.txt", "甲")]), "docx.foreign"],
    ["a workbook", zipOf([root("xl/workbook.xml"), part("xl/workbook.xml", workbook)]), "docx.workbook"],
    ["broken XML", zipOf([part("word/document.xml", "<w:document><w:body></w:document>")]), "xml.malformed"],
    ["a DOCTYPE", zipOf([part("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>')]), "xml.doctype"],
    ["an encrypted file", encrypted, "zip.encrypted"],
    ["an old .doc", encrypted.subarray(0, 8), "zip.ole"],
  ])("%s", async (_, bytes, code) => {
    const error = await readDocx(bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect(error).toMatchObject({ code });
    expect((error as UnreadableFile).message).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*。$/);
  });
});
