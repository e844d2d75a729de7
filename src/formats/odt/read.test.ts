import { describe, expect, test } from "vitest";
import { zipOf } from "../../../test/formats/docx/zip.ts";
import { blocksOf, flatOdt, odt, p, textsOf } from "../../../test/formats/odt/build.ts";
import { tellKind } from "../kind.ts";
import { UnreadableFile } from "../unreadable.ts";
import { readFlatOdt, readOdt } from "./read.ts";

describe("paragraphs", () => {
  test("have blanks, breaks and tabs as elements; white space of the file is one blank", async () => {
    const body = p('\n  甲 \n 乙<text:s text:c="2"/>丙<text:line-break/>丁<text:tab/>戊<text:soft-page-break/>己');
    expect(await textsOf(body)).toEqual(["甲 乙  丙\n丁\t戊己"]);
  });

  test("headings are known by their level and by the name of the style; contents are furniture", async () => {
    const styles =
      '<style:style style:family="paragraph" style:name="标题_20_2"/><style:style style:family="paragraph" style:name="S" style:parent-style-name="标题_20_2"/>' +
      '<style:style style:family="paragraph" style:name="Contents_20_1" style:display-name="Contents 1"/>';
    const body =
      '<text:h text:outline-level="1">一</text:h>' +
      p("二", "S") +
      p("三", "Contents_20_1") +
      `<text:table-of-content><text:table-of-content-source>x</text:table-of-content-source><text:index-body><text:index-title>${p("目录")}</text:index-title>${p("四")}</text:index-body></text:table-of-content>`;
    expect(await blocksOf({ body, styles })).toEqual([
      { kind: "paragraph", text: "一", outline: 1 },
      { kind: "paragraph", text: "二", outline: 2 },
      { kind: "furniture", text: "三", why: "table of contents" },
      { kind: "furniture", text: "目录", why: "table of contents" },
      { kind: "furniture", text: "四", why: "table of contents" },
    ]);
  });

  test("hidden text is not text but is said: by style, by section, by field", async () => {
    const automatic =
      '<style:style style:family="text" style:name="T"><style:text-properties text:display="none"/></style:style>' +
      '<style:style style:family="text" style:name="U" style:parent-style-name="T"><style:text-properties text:display="true"/></style:style>';
    const body =
      p(
        '甲<text:span text:style-name="T">乙<text:span text:style-name="U">丙</text:span></text:span><text:hidden-text text:is-hidden="true">丁</text:hidden-text>',
      ) + `<text:section text:display="none">${p("戊")}</text:section>`;
    const { value, messages } = await readOdt(odt({ body, automatic }));
    expect(value.blocks).toEqual([
      { kind: "paragraph", text: "甲丙" },
      { kind: "furniture", text: "乙丁", why: "hidden text" },
      { kind: "furniture", text: "戊", why: "hidden text" },
    ]);
    expect(messages).toMatchObject([{ code: "file.hidden" }]);
  });

  test("tracked deletions are no text, wherever the writer left them", async () => {
    const region = (id: string, kind: string, text = ""): string =>
      `<text:changed-region text:id="${id}"><text:${kind}>${text}</text:${kind}></text:changed-region>`;
    const change = (kind: string, id: string): string => `<text:change${kind} text:change-id="${id}"/>`;
    const body =
      `<text:tracked-changes>${region("a", "deletion", p("删去"))}${region("b", "insertion")}${region("c", "deletion")}</text:tracked-changes>` +
      p(`甲${change("", "a")}${change("-start", "b")}乙${change("-end", "b")}`) +
      p(`丙${change("-start", "c")}丁<text:tab/>`) +
      p(`戊${change("-end", "c")}己`);
    expect(await textsOf(body)).toEqual(["甲乙", "丙己"]);
  });

  test("notes follow, running heads and comments are furniture, pictures and embedded files are said", async () => {
    const pages = `<style:master-page><style:header>${p("页眉")}</style:header><style:header-left>${p("页眉")}</style:header-left><style:footer>${p("— <text:page-number>7</text:page-number> —")}</style:footer></style:master-page>`;
    const note = (kind: string, text: string): string =>
      `<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`;
    const body =
      p(
        `甲${note("endnote", "尾注")}${note("footnote", "脚注")}<office:annotation>${p("批注")}</office:annotation>` +
          "<draw:frame><draw:image/></draw:frame><draw:frame><draw:object/><draw:image/></draw:frame>" +
          `<draw:frame><draw:text-box>${p("框")}</draw:text-box></draw:frame>`,
      ) + `<draw:frame text:anchor-type="page"><draw:text-box>${p("页上的框")}</draw:text-box></draw:frame>`;
    const { value, messages } = await readOdt(odt({ body, pages }));
    expect(
      value.blocks.map((block) => (block.kind === "table" ? "" : `${"why" in block ? block.why : ""}:${block.text}`)),
    ).toEqual([
      ":甲",
      ":框",
      ":页上的框",
      ":脚注",
      ":尾注",
      "running header:页眉",
      "running footer:— 1 —",
      "comment:批注",
    ]);
    expect(messages.map(({ code }) => code)).toEqual(["file.notes", "file.comments", "file.pictures", "file.embedded"]);
  });

  test("our own marks are kept, and signs of symbol fonts are what they look like", async () => {
    const automatic =
      '<style:style style:family="text" style:name="T"><style:text-properties style:font-name="Wingdings"/></style:style>';
    const body = `<text:bookmark-start text:name="_nb_title"/>${p('甲<text:span text:style-name="T">\uf0fe</text:span>')}${p('<text:bookmark text:name="_nb_preamble"/>乙')}${p("丙")}`;
    expect(await blocksOf({ body, automatic })).toEqual([
      { kind: "paragraph", text: "甲☑", mark: "_nb_title" },
      { kind: "paragraph", text: "乙", mark: "_nb_preamble" },
      { kind: "paragraph", text: "丙" },
    ]);
  });
});

describe("automatic numbers", () => {
  const level = (depth: number, format: string, more: string): string =>
    `<text:list-level-style-number text:level="${depth}" style:num-format="${format}" ${more}/>`;
  const styles =
    `<text:list-style style:name="L">${level(1, "一, 二, 三, ...", 'style:num-suffix="、"')}${level(2, "1", 'text:display-levels="2" style:num-prefix="(" style:num-suffix=")"')}</text:list-style>` +
    `<text:list-style style:name="M">${level(1, "①, ②, ③, ...", 'loext:num-list-format="%1%"')}</text:list-style>` +
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>' +
    `<text:outline-style>${level(1, "一, 二, 三, ...", 'style:num-prefix="第" style:num-suffix="部分"').replaceAll("list-level-style-number", "outline-level-style")}</text:outline-style>`;
  const list = (inner: string, attributes = 'text:style-name="L"'): string =>
    `<text:list ${attributes}>${inner}</text:list>`;
  const item = (inner: string, attributes = ""): string => `<text:list-item ${attributes}>${inner}</text:list-item>`;
  const texts = (body: string): Promise<string[]> => textsOf({ body, styles });

  test("belong to an item's first paragraph; inner lists take the style of the outer", async () => {
    const body = list(
      `<text:list-header>${p("头")}</text:list-header>` +
        item(p("甲") + p("续") + list(item(p("乙")) + item(p("丙")), "")) +
        item(p("丁")) +
        item(p("戊"), 'text:start-value="9"'),
    );
    expect(await texts(body)).toEqual(["头", "一、甲", "续", "(一.1)乙", "(一.2)丙", "二、丁", "九、戊"]);
  });

  test("start anew in each list that does not carry another on", async () => {
    const body =
      list(item(p("甲")), 'text:style-name="L" xml:id="a"') +
      list(item(p("乙"))) +
      list(item(p("丙")), 'text:style-name="L" text:continue-numbering="true"') +
      list(item(p("丁")), 'text:style-name="L" text:continue-list="a"') +
      list(item(p("戊"), 'text:style-override="M"') + item(p("己")), 'text:style-name="L"') +
      list(item(p("庚")), 'text:style-name="B"');
    expect(await texts(body)).toEqual(["一、甲", "一、乙", "二、丙", "二、丁", "①戊", "二、己", "庚"]);
  });

  test("of headings come from the outline", async () => {
    const h = (text: string, more = ""): string => `<text:h text:outline-level="1" ${more}>${text}</text:h>`;
    expect(await texts(h("甲") + h("乙", 'text:is-list-header="true"') + h("丙"))).toEqual([
      "第一部分 甲",
      "乙",
      "第二部分 丙",
    ]);
  });
});

describe("tables", () => {
  const cell = (text: string, more = ""): string => `<table:table-cell ${more}>${p(text)}</table:table-cell>`;
  const row = (cells: string, more = ""): string => `<table:table-row ${more}>${cells}</table:table-row>`;
  const covered = "<table:covered-table-cell/>";

  test("have spans, covered cells, heading rows and groups", async () => {
    const body = `<table:table><table:table-column/><table:table-header-rows>${row(cell("甲", 'table:number-columns-spanned="2"') + covered + cell("乙", 'table:number-rows-spanned="2"'))}</table:table-header-rows><table:table-row-group>${row(cell("丙") + cell("丁") + `<table:covered-table-cell>${p("藏")}</table:covered-table-cell>`)}</table:table-row-group></table:table>`;
    expect(await blocksOf(body)).toEqual([
      {
        kind: "table",
        rows: [
          [
            { text: "甲", colSpan: 2 },
            { text: "乙", rowSpan: 2 },
          ],
          [{ text: "丙" }, { text: "丁" }],
        ],
      },
      { kind: "furniture", text: "藏", why: "text under a merged cell" },
    ]);
  });

  test("repeat cells and rows, but not without end", async () => {
    const repeated = 'table:number-columns-repeated="2"';
    const body = `<table:table>${row(cell("甲", repeated) + cell(""), 'table:number-rows-repeated="2"')}</table:table>`;
    const line = [{ text: "甲" }, { text: "甲" }, { text: "" }];
    expect(await blocksOf(body)).toEqual([{ kind: "table", rows: [line, line] }]);
    const bomb = `<table:table>${row(cell("甲".repeat(10_000), 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048576"')}</table:table>`;
    const [table] = await blocksOf(bomb);
    expect(JSON.stringify(table).length).toBeLessThan(1_000_000);
  });
});

describe("files", () => {
  test("in one piece of XML are read the same", async () => {
    const parts = {
      body: p("甲", "标题_20_1"),
      styles: '<style:style style:family="paragraph" style:name="标题_20_1"/>',
    };
    expect(await tellKind(flatOdt(parts))).toBe("flat-odt");
    expect(readFlatOdt(flatOdt(parts))).toEqual(await readOdt(odt(parts)));
  });

  const part = (name: string, data: string) => ({ name, data });
  test.each([
    [
      "encrypted",
      "encrypted",
      odt({ body: "", manifest: "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>" }),
    ],
    ["without content", "odt.no-text", zipOf([part("mimetype", "application/vnd.oasis.opendocument.text")])],
    ["a DOCTYPE", "xml.doctype", zipOf([part("content.xml", "<!DOCTYPE x><x/>")])],
    ["half a file", "zip.damaged", odt({ body: p("甲") }).subarray(0, 300)],
  ])("%s: one sentence", async (_, code, bytes) => {
    const error = await readOdt(bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect(error).toMatchObject({ code });
  });
});
