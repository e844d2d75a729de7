import fc from "fast-check";
import type { Form } from "../../src/core/form/form.ts";
import { recognise } from "../../src/core/recognise/recognise.ts";
import type { Report } from "../../src/core/report/report.ts";
import { readText } from "../../src/formats/text/read.ts";
import { writeReport } from "../../src/formats/write.ts";
import { docx, p, tbl, tr } from "../formats/docx/build.ts";
import { form2014, shippedForms, shippedPreset } from "../support/forms.ts";
import { type Content, KINDS } from "../support/kinds.ts";
import { reportOf } from "../support/reports.ts";
import { insideOf } from "./inside.ts";

const ROWS = (form2014.file.tables[0]?.rows ?? [])
  .filter(({ origin }) => origin === "national")
  .map(({ label, unit, kind }, i) => [label, unit, kind === "header" ? "" : i % 9 === 0 ? "/" : String(i * 7)]);

const CONTENT: Content = {
  before: [
    "青禾街道办事处2018年政府信息公开工作年度报告",
    "根据《中华人民共和国政府信息公开条例》编制本报告，时限自2018年1月1日起，到2018年12月31日止。",
    ...form2014.file.sections
      .filter(({ preamble }) => !preamble)
      .flatMap(({ title }, i) => [
        `${"一二三四五六七八"[i]}、${title}`,
        `（一）${"甲乙丙丁戊己庚辛"[i]}项安排`,
        `1.全年共办理${i + 3}件，比上年增加12.5%，详见青府办〔2018〕${i + 1}号。`,
        "继续抓好落实，做到件件有回音。",
      ]),
    "附件2",
    "政府信息公开情况统计表",
    "（2018年度）",
    "填报单位：青禾街道办事处",
  ],
  rows: [["统计指标", "单位", "统计数"], ...ROWS],
  after: ["单位负责人：张三　审核人：李四　填报人：王小明", "联系电话：0432-66274966　填报日期：2019年1月10日"],
};

/** A report in one file of each kind: of hand-made ones as little as there can be, of our own writers all they have. */
export async function makeSamples(): Promise<ReadonlyMap<string, Uint8Array>> {
  const made = new Map<string, Uint8Array>();
  for (const [kind, make] of Object.entries(KINDS)) made.set(kind, await make(CONTENT));
  const plain = made.get("docx");
  if (plain) made.set("docm", await withMacros(plain));
  made.set("docx, rich", rich());
  const read = readText(made.get("txt, tabs") ?? new Uint8Array());
  const report = recognise([{ name: "报告", blocks: read.value.blocks }], [form2014]);
  for (const kind of ["docx", "xlsx", "json"] as const)
    made.set(`${kind}, our own`, await writeReport(kind, report, form2014, shippedPreset()));
  for (const form of shippedForms.filter(({ file }) => file.tables.some(({ section }) => section !== undefined)))
    for (const kind of ["docx", "xlsx"] as const)
      made.set(`${kind}, ${form.id}`, await writeReport(kind, oneReport(form), form, shippedPreset()));
  for (const [kind, bytes] of made) made.set(kind, await withoutTime(bytes));
  return made;
}

/** Writers put the time into what they write; here a case must be the same on every day. */
async function withoutTime(bytes: Uint8Array): Promise<Uint8Array> {
  const inside = bytes[0] === 0x50 ? await insideOf(bytes) : null;
  if (!inside) return bytes;
  const parts = [...inside.parts].map(([name, part]): [string, Uint8Array] => [
    name,
    Buffer.from(
      Buffer.from(part)
        .toString("latin1")
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "2019-01-10T08:00:00Z"),
      "latin1",
    ),
  ]);
  return inside.packed(new Map(parts));
}

/** The same one always: a case is known by its seed alone. */
function oneReport(form: Form): Report {
  const [report] = fc.sample(reportOf(form), { seed: 2021, numRuns: 1 });
  if (!report) throw new Error("no report");
  return report;
}

async function withMacros(plain: Uint8Array): Promise<Uint8Array> {
  const inside = await insideOf(plain);
  if (!inside) throw new Error("a docx is a zip");
  return inside.packed(new Map(inside.parts).set("word/vbaProject.bin", Buffer.from("Attribute VB_Name")));
}

/** Most of what Word puts round a text: styles, automatic numbers, merged cells, notes, boxes, fields, changes. */
function rich(): Uint8Array {
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
  const numbered = (text: string, level: number) =>
    p(text, `<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
  const field = (code: string, shown: string) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  const level = (nth: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${nth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const merged = tbl(
    tr("统计指标", "单位", "统计数"),
    `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>${p("一、主动公开情况")}</w:tc></w:tr>`,
    ...ROWS.slice(1, 20).map(
      ([label = "", unit = "", value = ""], i) =>
        `<w:tr><w:tc><w:tcPr><w:vMerge${i % 5 === 0 ? ' w:val="restart"' : ""}/></w:tcPr>${p(label)}</w:tc><w:tc>${p(unit)}</w:tc><w:tc>${p(value)}${i === 3 ? tbl(tr("内", "表")) : ""}</w:tc></w:tr>`,
    ),
  );
  const { before, after } = CONTENT;
  return docx({
    styles:
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="2"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="Normal"/></w:style>',
    numbering: `<w:abstractNum w:abstractNumId="0">${level(0, "chineseCounting", "%1、")}${level(1, "chineseCounting", "（%2）")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    footnotes: `<w:footnote w:id="2">${p("注一")}</w:footnote>`,
    comments: `<w:comment w:id="3">${p("请核")}</w:comment>`,
    margins: { header1: p("青禾街道"), footer1: p("— 1 —") },
    body: [
      ...before.slice(0, 2).map((text) => p(text)),
      ...before.slice(2, 20).map((text, i) => (i % 4 === 0 ? numbered(text.slice(2), 0) : p(text))),
      numbered("甲项", 1),
      field("PAGE", "1"),
      `<w:p><w:ins w:id="1">${run("新增的话")}</w:ins><w:del w:id="2"><w:r><w:delText>删去的话</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      `<w:sdt><w:sdtContent>${p("控件里的话")}</w:sdtContent></w:sdt>`,
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${p("框里的话")}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>`,
      merged,
      ...after.map((text) => p(text)),
      '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>',
    ].join(""),
  });
}
