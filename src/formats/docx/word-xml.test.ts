import { describe, expect, test } from "vitest";
import { docx, item, p } from "../../../test/formats/docx/build.ts";
import { tellKind } from "../kind.ts";
import { openZip } from "../ooxml/zip.ts";
import { readDocx, readWordXml } from "./read.ts";

/** All parts of a docx in one file, as Word saves "Word XML document". */
async function flat(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await openZip(bytes);
  const parts = await Promise.all(
    zip.names.map(async (name) => {
      const xml = Buffer.from((await zip.read(name)) ?? [])
        .toString("utf8")
        .replace(/^<\?xml.*?\?>\s*/, "");
      return `<pkg:part pkg:name="/${name}" pkg:contentType="x"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
    }),
  );
  return Buffer.from(
    `<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join("")}</pkg:package>`,
  );
}

/** As Word 2003 writes it, and programs of offices from its templates. */
function word2003(body: string, more = ""): Uint8Array {
  return Buffer.from(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>' +
      '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml" xml:space="preserve">' +
      `${more}<w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`,
  );
}

const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const par = (content: string, looks = ""): string => `<w:p><w:pPr>${looks}</w:pPr>${content}</w:p>`;

describe("Word's XML documents", () => {
  test("a docx in one file is read like the docx", async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const bytes = docx({ body: p("甲") + item("乙", 1), numbering });
    const one = await flat(bytes);
    expect(await tellKind(one)).toBe("word-xml");
    expect(await readWordXml(one)).toEqual(await readDocx(bytes));
  });

  test("that of 2003: styles, numbers, tables, changes, bookmarks", async () => {
    const styles =
      '<w:styles><w:style w:type="paragraph" w:default="on" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>';
    const lists =
      '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>';
    const numbered = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="九、"/></w:listPr>';
    const change = (type: string, content: string): string =>
      `<aml:annotation aml:id="1" w:type="Word.${type}"><aml:content>${content}</aml:content></aml:annotation>`;
    const tc = (text: string, looks = ""): string => `<w:tc><w:tcPr>${looks}</w:tcPr>${par(run(text))}</w:tc>`;
    const body =
      par(
        `<aml:annotation aml:id="0" w:type="Word.Bookmark.Start" w:name="_nb_title"/>${run("题 ")}${run("目")}`,
        '<w:pStyle w:val="1"/>',
      ) +
      par(run("概况"), numbered) +
      par(run("公开"), numbered) +
      par(
        run("原文") + change("Insertion", run("插入")) + change("Deletion", "<w:r><w:delText>删除</w:delText></w:r>"),
      ) +
      `<w:tbl><w:tr>${tc("甲", '<w:vmerge w:val="restart"/>')}${tc("乙", '<w:hmerge w:val="restart"/>')}${tc("", "<w:hmerge/>")}</w:tr><w:tr>${tc("", "<w:vmerge/>")}${tc("丙")}${tc("丁")}</w:tr></w:tbl>`;
    const bytes = word2003(body, styles + lists);
    expect(await tellKind(bytes)).toBe("word-xml");
    expect((await readWordXml(bytes)).value.blocks).toEqual([
      { kind: "paragraph", text: "题 目", outline: 1, mark: "_nb_title" },
      { kind: "paragraph", text: "一、概况" },
      { kind: "paragraph", text: "二、公开" },
      { kind: "paragraph", text: "原文插入" },
      {
        kind: "table",
        rows: [
          [
            { text: "甲", rowSpan: 2 },
            { text: "乙", colSpan: 2 },
          ],
          [{ text: "丙" }, { text: "丁" }],
        ],
      },
    ]);
  });

  test("that of 2003: notes, comments, running heads and pictures", async () => {
    const comment = `<w:r><aml:annotation w:type="Word.Comment"><aml:content>${par(run("批注"))}</aml:content></aml:annotation></w:r>`;
    const body =
      par(
        `${run("甲")}<w:r><w:footnote>${par(run("脚注"))}</w:footnote></w:r>${comment}<w:r><w:pict><w:binData w:name="a">AAAA</w:binData><v:shape><v:imagedata/></v:shape></w:pict></w:r>`,
      ) +
      `<w:sectPr><w:hdr w:type="odd">${par(run("页眉"))}</w:hdr><w:ftr w:type="odd">${par(run("页脚"))}</w:ftr></w:sectPr>`;
    const { value, messages } = await readWordXml(word2003(body));
    expect(value.blocks).toEqual([
      { kind: "paragraph", text: "甲" },
      { kind: "paragraph", text: "脚注" },
      { kind: "furniture", text: "页眉", why: "running header" },
      { kind: "furniture", text: "页脚", why: "running footer" },
      { kind: "furniture", text: "批注", why: "comment" },
    ]);
    expect(messages.map(({ code }) => code)).toEqual(["file.notes", "file.comments", "file.pictures"]);
  });

  test("something else is told", async () => {
    await expect(readWordXml(Buffer.from("<x/>"))).rejects.toMatchObject({ code: "docx.foreign" });
  });
});
