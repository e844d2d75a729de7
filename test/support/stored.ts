import type { Standing } from "../../src/contract/reports.ts";
import { EMPTY_ANNEX, REPORT_SCHEMA, type Report } from "../../src/core/report/report.ts";

/** The least that the store takes for a report. */
export const EMPTY_REPORT: Report = {
  schema: REPORT_SCHEMA,
  form: "gongkai-2014",
  year: 2018,
  unit: "试验街道",
  title: null,
  sections: [],
  tables: [],
  annex: EMPTY_ANNEX,
  extra: [],
  dropped: [],
  messages: [],
};

export const STANDING: Standing = {
  counts: { error: 1, warning: 2, ask: 0, info: 3, lifted: 1, stale: 4 },
  place: { at: { section: "disclosure", paragraph: 2 }, name: "二、主动公开政府信息情况", part: "（一）主动公开" },
};

export const WRITER = "7b1f8d0e-2f7b-4d43-9e0c-2f4ddc0a1f11";
