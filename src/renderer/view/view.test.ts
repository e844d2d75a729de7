import { describe, expect, it } from "vitest";
import { fixtureForm } from "../../../test/support/forms.ts";
import { withReason } from "../../core/checks/reasons.ts";
import type { Cell, Report } from "../../core/report/report.ts";
import { form, report } from "./fixture.ts";
import { sameMark } from "./marks.ts";
import { countLevels, listed } from "./notices.ts";
import { changeOf, visibleRows } from "./rows.ts";
import { chosenTable, viewOf } from "./view.ts";

/** The one table of a report of the form. */
const table = (of: Report, own = form()) => viewOf(of, own).tables[0] ?? expect.fail("no table");

const wrong = report({ "3.1": "12", "3.1.1": "11", "1.1.a": null, "8.3": "1", "8.3.2": "1" });

describe("the view of a report", () => {
  it("is the same object for the same report", () => {
    expect(viewOf(wrong, form())).toBe(viewOf(wrong, form()));
  });

  it("of a later report is made of the same lines, as far as they say the same", () => {
    const own = form();
    const before = table({ ...wrong }, own);
    const cells = wrong.tables[0]?.cells.map((cell) => (cell.row === "3.1.1" ? { ...cell, value: "12" } : cell)) ?? [];
    const after = table({ ...wrong, tables: [{ key: "statistics", cells }] }, own);
    const changed = after.grid.rows.filter((row) => row !== before.grid.byId.get(row.id)).map(({ id }) => id);
    expect(changed).toEqual(["3.1.1"]);
    expect(after.grid.shape).toBe(before.grid.shape);
    const marked = after.grid.rows.filter(
      ({ id }) => !sameMark(before.marks.get(`${id}:value`), after.marks.get(`${id}:value`)),
    );
    expect(marked.map(({ id }) => id)).toEqual(["3.1", "3.1.1", "3.1.2", "3.1.3", "3.1.4"]);
  });

  it("has every row of the form, with its place in the tree", () => {
    const { grid } = table(wrong);
    expect(grid.rows.length).toBe(66);
    expect(grid.byId.get("3.3.4.a")).toMatchObject({ ancestors: ["3.3.4", "3.3", "3"], level: 4, parts: 0 });
    expect(grid.byId.get("3.3.4")?.parts).toBe(6);
    expect(grid.byId.get("9")?.parts).toBe(3);
  });

  it("marks a wrong total with both numbers, and its parts not at all", () => {
    const { marks } = table(wrong);
    expect(marks.get("3.1:value")).toMatchObject({ severity: "error", shaded: true, rule: "合计 11" });
    expect(marks.get("3.1.1:value")).toMatchObject({ shaded: false, rule: null });
  });

  it("marks a blank cell", () => {
    expect(table(wrong).marks.get("1.1.a:value")).toMatchObject({ severity: "warning", shaded: true });
  });

  it("shows last year and the change only where the report has last year", () => {
    expect(table(wrong).grid.columns.map(({ key }) => key)).toEqual(["value"]);
    const { grid } = table(report({ "8.4": "2.6", "6": "3" }, { "8.4": "2.05", "6": "3", "4": null }));
    const change = (id: string) => changeOf(grid.byId.get(id) ?? expect.fail(id), grid);
    expect([change("8.4"), change("6"), change("4")]).toEqual(["+0.55", "0", ""]);
  });

  it("hides what is folded, and finds what is asked for with all it is part of", () => {
    const { grid } = table(wrong);
    expect(visibleRows(grid, new Set(["3"]), null).some((row) => row.id === "3.1.1")).toBe(false);
    expect(visibleRows(grid, new Set(), new Set(["3.3.4.a"])).map((row) => row.id)).toEqual([
      "3",
      "3.3",
      "3.3.4",
      "3.3.4.a",
    ]);
  });

  it("has no table where the report has none", () => {
    expect(viewOf(report({}, null, { tables: [] }), form()).tables).toEqual([]);
  });

  it("of a form with several tables has each, with heads over what their columns share", () => {
    const matrix = fixtureForm("matrix");
    const cell = (row: string, column: string, value: string): Cell => ({
      row,
      column,
      label: row,
      unit: "",
      state: "number",
      value,
    });
    const tables = [...matrix.tables.keys()].map((key) => ({ key, cells: [cell("1.1", "held", "4")] }));
    const view = viewOf(report({}, null, { form: matrix.id, tables }), matrix);
    const [services, readers] = view.tables;
    expect(view.tables.map(({ table: own }) => own.form.key)).toEqual([...matrix.tables.keys()]);
    expect(services?.grid.rows.slice(0, 3).map(({ label, header, level }) => [label, header, level])).toEqual([
      ["第一类 馆内活动", true, 1],
      ["讲座", false, 2],
      ["展览", false, 2],
    ]);
    expect(readers?.grid.heads.map((row) => row.map(({ text, colSpan, rowSpan }) => [text, colSpan, rowSpan]))).toEqual(
      [
        [["读者类别", 4, 1]],
        [
          ["成人", 1, 2],
          ["学校", 2, 1],
          ["合计", 1, 2],
        ],
        [
          ["学生", 1, 1],
          ["教师", 1, 1],
        ],
      ],
    );
    expect(chosenTable(view, { table: "readers" })).toBe(readers);
    expect(chosenTable(view, { table: "gone" })).toBeNull();
  });

  it("lists what has a written reason at the end, counts and marks it as no fault, and keeps its name", () => {
    const open = { "3.3.4": "2", "3.3.4.a": "1", "3.3": "2", "3.2": "3", "3.2.1": "2", "8.3": "1", "8.3.2": "1" };
    const before = viewOf(report(open), form());
    const find = (code: string) => before.notices.find(({ finding }) => finding?.code === code) ?? expect.fail(code);
    const lifted = find("sum-3.3.4");
    const reasons = withReason([], lifted.finding ?? expect.fail(), { text: "正在分类", by: "甲", at: "2019-01-10" });
    const after = viewOf(report(open, null, { reasons }), form());
    expect([countLevels(before.notices).error, countLevels(after.notices).error]).toEqual([2, 1]);
    expect(listed(after.notices, "all", "place").at(-1)?.id).toBe(lifted.id);
    expect(listed(after.notices, "answered", "severity").map(({ id }) => id)).toEqual([lifted.id]);
    expect(listed(after.notices, "error", "severity").map(({ id }) => id)).toEqual([find("sum-3.2").id]);
    expect(before.tables[0]?.marks.get("3.3.4:value")).toMatchObject({
      severity: "error",
      shaded: true,
      rule: "合计 1",
    });
    expect(after.tables[0]?.marks.get("3.3.4:value")).toMatchObject({ severity: "info", shaded: false, rule: null });
    expect(after.tables[0]?.marks.get("3.3.4:value")?.texts[0]).toContain("已写理由：正在分类");
  });

  it("knows the numbers that a sentence is about", () => {
    const values = { "3.1": "12", "3.1.1": "11", "9.2": "3", "9.3": "180", "8.3": "1", "8.3.2": "1" };
    const { notices } = viewOf(report(values, { "9.3": "30" }), form());
    const numbers = (code: string) => notices.find(({ finding }) => finding?.code === code)?.numbers;
    expect([numbers("sum-3.1"), numbers("year-on-year")]).toEqual([
      ["12", "11"],
      ["180", "180", "30"],
    ]);
    const halves = viewOf(report({ ...values, "9.3": "0" }), form()).notices;
    expect(halves.find(({ finding }) => finding?.code === "training-halves")?.numbers).toEqual(["3", "0"]);
  });

  it("lists the reader's messages beside the findings, at their place", () => {
    const read = report({ "8.3": "1", "8.3.2": "1" }, null, {
      sections: [
        { key: "on-request", heading: "四、依申请公开政府信息情况", paragraphs: ["(一)申请情况", "没有收到。"] },
      ],
      messages: [
        { level: "ask", code: "unit-from-prose", text: "单位名称是从正文里认出来的。" },
        { level: "warning", code: "x", text: "标题不同。", at: { section: "on-request" } },
        { level: "warning", code: "y", text: "读作 3。", at: { table: "statistics", row: "3.1.1", column: "value" } },
      ],
    });
    const imported = viewOf(read, form()).notices.filter((notice) => notice.origin === "import");
    expect(imported.map(({ place }) => place)).toEqual(["四", "统计表 三（一）1", ""]);
    expect(listed(imported, "all", "severity").map(({ severity }) => severity)).toEqual(["warning", "warning", "ask"]);
  });

  it("outlines the sections with their headings of rank 2", () => {
    const sections = [
      { key: "preamble", heading: "", paragraphs: ["前言。"] },
      { key: "basic-work", heading: "一、基本工作情况", paragraphs: ["(一)组织领导", "有人负责。", "(二)制度"] },
      { key: "response", heading: "三、回应解读情况", paragraphs: [] },
    ];
    const states = { preamble: "finished", "basic-work": "writing" } as const;
    const content = {
      type: "doc",
      content: sections.map(({ key }) => ({ type: "section", attrs: { key, state: Reflect.get(states, key) } })),
    };
    const stale = [{ section: "basic-work", paragraph: 1, from: 0, to: 1, reason: "数字" }];
    const { outline, characters } = viewOf(report({ "1.1": null }, null, { sections, content, stale }), form());
    expect(outline.map((entry) => [entry.short, entry.state, entry.stale, entry.parts.length])).toEqual([
      ["前", "finished", 0, 0],
      ["一", "writing", 1, 2],
      ["三", "untouched", 0, 0],
      ["表", "writing", 0, 0],
    ]);
    expect(characters).toBe("前言。一、基本工作情况(一)组织领导有人负责。(二)制度三、回应解读情况".length);
  });
});
