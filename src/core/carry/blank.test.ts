import { expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { formatReportJson } from "../report/format-json.ts";
import { parseReportJson } from "../report/json.ts";
import { blankReport } from "./blank.ts";

const blank = blankReport(form2014, 2018, "试验街道");

it("has every national section under its number and every national row, all empty", () => {
  expect(blank.sections.map(({ heading }) => heading).slice(0, 3)).toEqual([
    "",
    "一、基本工作情况",
    "二、主动公开政府信息情况",
  ]);
  expect(blank.sections.flatMap(({ paragraphs }) => paragraphs)).toEqual([]);
  const national = form2014.file.tables.flatMap(({ rows }) =>
    rows.filter(({ kind, origin }) => kind !== "header" && origin === "national"),
  );
  expect(blank.tables[0]?.cells.map(({ row }) => row)).toEqual(national.map(({ id }) => id));
  expect(blank.tables[0]?.cells.every(({ state, value }) => state === "blank" && value === null)).toBe(true);
});

it("is a report that reads as it was written", () => {
  expect(parseReportJson(formatReportJson(blank))).toEqual({ ok: true, report: blank });
});
