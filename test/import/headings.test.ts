import { describe, expect, it } from "vitest";
import { recognise } from "../../src/core/recognise/recognise.ts";
import type { Report } from "../../src/core/report/report.ts";
import { form2014 } from "../support/forms.ts";

const TITLE = "青禾街道2018年政府信息公开工作年度报告";
const PREAMBLE = "根据条例的规定，编制了2018年度政府信息公开工作年度报告。";
const NUMBERS = "一二三四五六七";
const BODIES = [
  ["(一)领导机构情况", "成立了领导小组。", "(二)制度建设情况", "完善了制度。"],
  ["公开7条。", "1、通过网站公开。", "2、通过公开栏公开。"],
  ["做了解读。"],
  ["没有收到申请。"],
  ["没有发生。"],
  ["培训1次。"],
  ["(一)存在的主要问题", "一是认识不足。", "(二)改进措施", "继续努力。"],
];
const SECTIONS = form2014.file.sections
  .filter(({ preamble, origin }) => !preamble && origin !== "local")
  .map(({ key, title }, i) => ({ key, title, body: BODIES[i] ?? [] }));

function read(lines: readonly string[]): Report {
  const blocks = lines.map((text) => ({ kind: "paragraph" as const, text }));
  return recognise([{ name: "报告.docx", blocks }], [form2014]);
}

/** The whole report, its headings written so. */
function lines(heading: (title: string, i: number) => string, body = (text: string) => text): string[] {
  return [TITLE, PREAMBLE, ...SECTIONS.flatMap((one, i) => [heading(one.title, i), ...one.body.map(body)])];
}

const han = (title: string, i: number) => `${NUMBERS[i]}、${title}`;
const BRACKET = /^\(([一二])\)/;

describe("sections under headings as offices number them", () => {
  it.each([
    ["一、", lines(han)],
    ["第一部分", lines((title, i) => `第${NUMBERS[i]}部分 ${title}`)],
    [
      "第一部分 with 一、 below it",
      lines(
        (title, i) => `第${NUMBERS[i]}部分　${title}`,
        (text) => text.replace(BRACKET, "$1、"),
      ),
    ],
    ["第一章", lines((title, i) => `第${NUMBERS[i]}章 ${title}`)],
    ["一.", lines((title, i) => `${NUMBERS[i]}.${title}`)],
    ["一 、", lines((title, i) => `${NUMBERS[i]} 、${title}`)],
    [
      "（一） with 1. below it",
      lines(
        (title, i) => `（${NUMBERS[i]}）${title}`,
        (text) => text.replace(BRACKET, (_, n: string) => `${NUMBERS.indexOf(n) + 1}.`),
      ),
    ],
    ["1、 with 1、 below it", lines((title, i) => `${i + 1}、${title}`)],
    ["no number", lines((title) => title)],
    ["关于 before the title", lines((title, i) => `${NUMBERS[i]}、关于${title}`)],
    ["a colon behind the title", lines((title, i) => `${NUMBERS[i]}、${title}：`)],
    ["a full stop behind the title", lines((title, i) => `${NUMBERS[i]}、${title}。`)],
    ["a number twice", lines((title, i) => `${NUMBERS[i === 2 ? 1 : i]}、${title}`)],
  ])("%s", (_, source) => {
    const report = read(source);
    expect(report.sections.map(({ key, paragraphs }) => [key, paragraphs.length])).toEqual([
      ["preamble", 1],
      ...SECTIONS.map(({ key, body }) => [key, body.length]),
    ]);
    const kept = report.sections
      .flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])
      .filter((text) => text !== "");
    expect([report.title, ...kept]).toEqual(source);
    expect(report.extra).toEqual([]);
  });
});

describe("what stands round the text", () => {
  const contents = (after: (i: number) => string) => SECTIONS.map(({ title }, i) => han(title, i) + after(i));

  it.each([
    ["dots", contents((i) => `..............${i + 1}`)],
    ["an ellipsis", contents((i) => `……………………${i + 1}`)],
    ["tabs", contents((i) => `\t${i + 1}`)],
    ["no page numbers", contents(() => "")],
  ])("a table of contents with %s is dropped", (_, toc) => {
    const [title = "", ...rest] = lines(han);
    const report = read([title, "目  录", ...toc, ...rest]);
    expect(report.sections).toEqual(read([title, ...rest]).sections);
    expect(report.dropped).toEqual(["目  录", ...toc].map((text) => ({ text, why: "table of contents" })));
  });

  it("a web page's own lines are dropped, and do not hide the title", () => {
    const around = [
      "您现在的位置：首页>>信息公开>>年度报告",
      "索 引 号：01/2019-001 发布机构：青禾街道办事处",
      "信息来源：本站 发布日期：2019-01-20 10:30 点击数：",
      "【字体：大 中 小】",
      "上一篇：无",
    ];
    const [where = "", ...rest] = around;
    const [title = "", ...text] = lines(han);
    const report = read([where, title, ...rest, ...text]);
    expect(report.title).toBe(TITLE);
    expect(report.dropped.map(({ text: line }) => line)).toEqual(around);
  });

  it("a list before the first heading is no heading", () => {
    const [title = "", preamble = "", ...rest] = lines(han);
    const report = read([title, preamble, "本报告包括：", "一、基本情况；", "二、其他。", ...rest]);
    expect(report.sections[0]?.paragraphs).toEqual([preamble, "本报告包括：", "一、基本情况；", "二、其他。"]);
    expect(report.sections).toHaveLength(SECTIONS.length + 1);
  });

  it("a hundred thousand numbered lines take no longer than their length", () => {
    const many = Array.from({ length: 100_000 }, (_, i) => `${"一二三"[i % 3]}、第${i}行`);
    const report = read(["一、基本工作情况", ...many, "二、主动公开政府信息情况", "公开了。"]);
    expect(report.sections.map(({ key }) => key)).toEqual(["basic-work", "proactive"]);
  });
});
