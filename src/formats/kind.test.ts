import { describe, expect, test } from "vitest";
import { docx, p } from "../../test/formats/docx/build.ts";
import { zipOf } from "../../test/formats/docx/zip.ts";
import { compoundOf } from "../../test/formats/ole/build.ts";
import { tellKind } from "./kind.ts";
import { UnreadableFile } from "./unreadable.ts";

const text = (content: string, encoding: BufferEncoding = "utf8"): Uint8Array => Buffer.from(content, encoding);
const latin = (content: string): Uint8Array => text(content, "latin1");
const zip = (...names: readonly string[]): Uint8Array => zipOf(names.map((name) => ({ name, data: "甲" })));
const ole = (...names: readonly string[]): Uint8Array =>
  compoundOf(Object.fromEntries(names.map((name) => [name, text("甲")])));
const odf = (type: string): Uint8Array =>
  zipOf([{ name: "mimetype", data: `application/vnd.oasis.opendocument.${type}` }]);

describe("what a file is, whatever it is called", () => {
  test.each([
    ["docx", docx({ body: p("甲") })],
    ["docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")],
    ["xlsx", zip("xl/workbook.xml")],
    ["odt", odf("text")],
    ["doc", ole("WordDocument", "1Table")],
    ["xls", ole("Workbook")],
    ["xls", ole("Book")],
    ["rtf", latin("{\\rtf1\\ansi\\ansicpg936")],
    ["pdf", latin("%PDF-1.4\n")],
    ["pdf", latin("\r\n%PDF-1.4\n")],
    ["html", text("\ufeff\r\n<!DOCTYPE html>")],
    ["html", text("<html><head><meta charset=gb2312>")],
    ["html", text('<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml">')],
    ["html", text("\ufeff<table><tr><td>甲</td></tr></table>", "utf16le")],
    ["html", text("网页正文\n<p>甲</p><p>乙</p><p>丙</p>")],
    ["mht", text("From: <由 Microsoft Internet Explorer 保存>\r\nSubject: 年报\r\nMIME-Version: 1.0\r\n")],
    [
      "mht",
      text("Snapshot-Content-Location: http://x\r\nContent-Type: multipart/related;\r\n\ttype=text/html\r\n\r\n"),
    ],
    ["word-xml", text('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>')],
    ["excel-xml", text('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>')],
    [
      "flat-odt",
      text(
        '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.text">',
      ),
    ],
    ["json", text('{"schema":"nianbao.report/1"}')],
    ["text", text("MZ街道办事处 2018 年报告")],
    ["text", text("BM 一、概况")],
    ["text", text("主题：年报\n一、概况：<甲>")],
    ["text", text("一、概况\n", "utf16le")],
  ])("%s", async (kind, bytes) => {
    expect(await tellKind(bytes)).toBe(kind);
  });

  test.each([
    ["empty", new Uint8Array()],
    ["encrypted", ole("EncryptionInfo", "EncryptedPackage")],
    ["ofd", zip("OFD.xml", "Doc_0/Document.xml")],
    ["uof", zip("uof.xml", "content.xml")],
    ["uof", text('<?xml version="1.0"?><uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof">')],
    ["slides", zip("ppt/presentation.xml")],
    ["slides", odf("presentation")],
    ["slides", ole("PowerPoint Document")],
    ["opendocument-sheet", odf("spreadsheet")],
    ["works", ole("MatOST")],
    ["mail", ole("__substg1.0_0037001F")],
    ["drawing", ole("VisioDocument")],
    ["unknown-ole", ole("Contents")],
    ["unknown-zip", zip("照片/1.jpg")],
    ["zip.damaged", docx({ body: p("甲".repeat(500)) }).subarray(0, 400)],
    ["ole.damaged", ole("WordDocument").subarray(0, 300)],
    ["word-2", latin("\u00db\u00a5-\u0000")],
    ["image", latin("\u0089PNG\r\n\u001a\n")],
    ["image", latin("\u00ff\u00d8\u00ff\u00e0")],
    ["image", latin("BM\u000a\u0000\u0000\u0000....")],
    ["image", latin("\u0000\u0000\u0000\u0018ftypheic")],
    ["image", latin("RIFF....WEBPVP8 ")],
    ["media", latin("\u0000\u0000\u0000\u0018ftypisom")],
    ["program", latin(`MZ${"\u0000".repeat(58)}\u0040\u0000\u0000\u0000PE\u0000\u0000`)],
    ["archive", latin("Rar!\u001a\u0007\u0001\u0000")],
    ["archive", latin("\u001f\u008b\u0008")],
    ["shortcut", latin("L\u0000\u0000\u0000\u0001\u0014\u0002\u0000\u0000")],
    ["database", latin("SQLite format 3\u0000")],
    ["ceb", latin("Founder CEB 3.00")],
  ])("%s is told in one sentence, with what to do", async (code, bytes) => {
    const error = await tellKind(bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect(error).toMatchObject({ code });
    expect((error as UnreadableFile).message).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*请[^\n]*。$/);
  });
});
