import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../outputs.mjs";
import { sample } from "./last-year.mjs";

const YEAR = 2025;

/** 新收, 结转, 予以公开, 部分公开, 不掌握信息, 重复申请, 其他, 结转下年: what the made-up office had, by 自然人 and 商业企业. */
const REQUESTS = {
  1: [11, 2],
  2: [1, 0],
  3.1: [6, 1],
  3.2: [1, 0],
  "3.4.1": [2, 1],
  "3.5.2": [1, 0],
  3.7: [10, 2],
  4: [2, 0],
};
const PROACTIVE = {
  1.2: { issued: 3, repealed: 1, valid: 12 },
  5.1: { decisions: 126 },
  6.1: { decisions: 8 },
  8.1: { fee: 0 },
};

/** A report of the form in force by the same office; its text says one request less than its table. */
export function reportOfTheFormInForce() {
  const form = JSON.parse(readFileSync(join(root, "resources/forms/gongkai-2021.json"), "utf8"));
  const [proactive, requests, review] = form.tables;
  const text = {
    preamble: [
      `根据《中华人民共和国政府信息公开条例》的规定，现公布${sample.unit}${YEAR}年政府信息公开工作年度报告。本报告中所列数据的统计期限自${YEAR}年1月1日起至${YEAR}年12月31日止。`,
    ],
    overview: [
      `（一）主动公开。${YEAR}年制发行政规范性文件3件，全部在政府网站公开，并同步发布解读。`,
      "（二）依申请公开。全年共收到政府信息公开申请12件，予以公开7件，部分公开1件，无法提供3件，不予处理1件，结转下年度继续办理2件。",
      "（三）监督保障。办公室每月通报各科室公开情况，全年举办业务培训两次。",
    ],
    problems: ["部分科室公开不够及时。下一步把公开时限写入考核，每月检查一次。"],
    other: [`${YEAR}年没有收取信息处理费。`],
  };
  const numbers = (parts) => [...parts, 0, 0, 0, 0, parts[0] + parts[1]];
  const cell = (row, column, value) => ({
    row: row.id,
    column: column.key,
    label: row.label,
    unit: row.unit || "件",
    state: "number",
    value: String(value),
  });
  const valueRows = (table) => table.rows.filter(({ kind, origin }) => kind !== "header" && origin === "national");
  const current = (table) => table.columns.filter(({ role }) => role === "current");
  const block = (row) => proactive.blocks.find(({ rows }) => rows.includes(row.id)).columns;
  const tables = [
    {
      key: proactive.key,
      cells: valueRows(proactive).flatMap((row) =>
        current(proactive)
          .filter(({ key }) => block(row).includes(key))
          .map((column) => cell(row, column, PROACTIVE[row.id]?.[column.key] ?? 0)),
      ),
    },
    {
      key: requests.key,
      cells: valueRows(requests).flatMap((row) =>
        current(requests).map((column, i) => cell(row, column, numbers(REQUESTS[row.id] ?? [0, 0])[i])),
      ),
    },
    {
      key: review.key,
      cells: valueRows(review).flatMap((row) => current(review).map((column) => cell(row, column, 0))),
    },
  ];
  let number = 0;
  const sections = form.sections.map(({ key, title, preamble }) => ({
    key,
    heading: preamble ? "" : `${"一二三四五六"[number++]}、${title}`,
    paragraphs: text[key] ?? [],
  }));
  return {
    ...sample,
    form: form.id,
    year: YEAR,
    title: `${sample.unit}${YEAR}年政府信息公开工作年度报告`,
    sections,
    tables,
    annex: Object.fromEntries(Object.keys(sample.annex).map((key) => [key, null])),
    messages: [],
  };
}
