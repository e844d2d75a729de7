import { describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { markName } from "../marks.ts";
import { readSections } from "./sections.ts";

const read = (...lines: string[]) =>
  readSections(
    lines.map((text) => ({ kind: "paragraph", text })),
    form2014,
  );
const keys = (...lines: string[]) => read(...lines).sections.map(({ key }) => key);

describe("sections by their headings", () => {
  it("keeps every paragraph, in order, under its heading", () => {
    const { sections, messages, known } = read(
      "前言一段。",
      "一、基本工作情况",
      "（一）领导机构",
      "做了工作。",
      "二、主动公开政府信息情况",
      "公开7条。",
    );
    expect(sections).toEqual([
      { key: "preamble", heading: "", paragraphs: ["前言一段。"] },
      { key: "basic-work", heading: "一、基本工作情况", paragraphs: ["（一）领导机构", "做了工作。"] },
      { key: "proactive", heading: "二、主动公开政府信息情况", paragraphs: ["公开7条。"] },
    ]);
    expect(messages).toEqual([]);
    expect(known).toBe(2);
  });

  it("takes 第一部分 as the section where an office numbers so, and 一、 as body then", () => {
    expect(
      read("第一部分 概述", "一、组织领导", "重视。", "第二部分 主动公开政府信息的情况", "一、公开", "内容。").sections,
    ).toEqual([
      { key: "basic-work", heading: "第一部分 概述", paragraphs: ["一、组织领导", "重视。"] },
      { key: "proactive", heading: "第二部分 主动公开政府信息的情况", paragraphs: ["一、公开", "内容。"] },
    ]);
  });

  it("takes headings without numbers", () => {
    expect(
      keys("基本工作情况", "做了工作。", "主动公开政府信息情况", "公开7条。", "存在问题及工作打算", "继续努力。"),
    ).toEqual(["basic-work", "proactive", "problems-plans"]);
  });

  it("takes (一) as the section's number where an office numbers so", () => {
    expect(
      keys("（一）基本工作情况", "1.领导", "（二）主动公开政府信息情况", "（三）依申请公开政府信息情况", "没有申请。"),
    ).toEqual(["basic-work", "proactive", "on-request"]);
  });

  it("knows a section under another wording", () => {
    expect(
      keys(
        "一、概述",
        "二、政府信息主动公开情况",
        "三、因政府信息公开申请行政复议、提起行政诉讼的情况",
        "四、存在的主要问题和改进措施",
      ),
    ).toEqual(["basic-work", "proactive", "review-litigation", "problems-plans"]);
  });

  it("keeps a section of the office's own with a question", () => {
    const { sections, messages } = read(
      "一、基本工作情况",
      "二、主动公开政府信息情况",
      "三、政务公开示范点建设情况",
      "建了两个。",
    );
    expect(sections.at(-1)).toEqual({
      key: "local-1",
      heading: "三、政务公开示范点建设情况",
      paragraphs: ["建了两个。"],
    });
    expect(messages).toMatchObject([{ level: "ask", code: "section-local", at: { section: "local-1" } }]);
  });

  it("leaves a list that numbers 一、二、 inside a section alone", () => {
    const { sections } = read(
      "一、基本工作情况",
      "做法如下：",
      "一、加强领导，落实责任。",
      "二、完善制度，规范流程。",
      "二、主动公开政府信息情况",
      "公开7条。",
    );
    expect(sections.map(({ key, paragraphs }) => [key, paragraphs.length])).toEqual([
      ["basic-work", 3],
      ["proactive", 1],
    ]);
  });

  it("breaks a heading that runs on into its body, and asks", () => {
    const { sections, messages } = read(
      "一、基本工作情况",
      "做了。",
      "二、主动公开政府信息情况2018年，我街道公开信息7条，内容齐全。",
    );
    expect(sections.at(-1)).toEqual({
      key: "proactive",
      heading: "二、主动公开政府信息情况",
      paragraphs: ["2018年，我街道公开信息7条，内容齐全。"],
    });
    expect(messages).toMatchObject([{ level: "ask", code: "heading-run-in", at: { section: "proactive" } }]);
  });

  it("loses no letter of any of these", () => {
    const lines = [
      "题外话",
      "一、概述",
      "二、二、",
      "第三部分",
      "三、依申请公开情况",
      "（一）",
      "一、",
      "八、存在问题及工作打算。",
      "末段",
    ];
    const { sections } = read(...lines);
    expect(sections.flatMap(({ heading, paragraphs }) => [...(heading ? [heading] : []), ...paragraphs])).toEqual(
      lines,
    );
  });
});

describe("sections by the marks of our own files", () => {
  it("believes marks and first-rank styles, not the text", () => {
    const { sections } = readSections(
      [
        { kind: "paragraph", text: "二、像标题的正文" },
        { kind: "paragraph", text: "甲、基本", mark: markName({ kind: "section", key: "basic-work" }) },
        { kind: "paragraph", text: "一、主动公开政府信息情况" },
        { kind: "paragraph", text: "三、后来在 Word 里加的部分", outline: 1 },
        { kind: "paragraph", text: "正文。" },
      ],
      form2014,
    );
    expect(sections.map(({ key, heading, paragraphs }) => [key, heading, paragraphs.length])).toEqual([
      ["preamble", "", 1],
      ["basic-work", "甲、基本", 1],
      ["local-1", "三、后来在 Word 里加的部分", 1],
    ]);
  });
});
