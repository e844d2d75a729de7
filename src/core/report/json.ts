import { shapeReason } from "../form/shape.ts";
import { contentDiffers } from "./content.ts";
import { ReportFile } from "./json-shape.ts";
import { type Message, REPORT_SCHEMA, type Report } from "./report.ts";
import { unknownFields } from "./unknown-fields.ts";

/** One thing that keeps a file from being a report: where, and why, both in Chinese. */
export interface ReportFault {
  readonly place: string;
  readonly reason: string;
}

export type ReportResult =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly faults: readonly ReportFault[] };

/**
 * Takes a parsed report JSON (contract: `nianbao.report/1`), also of another program that left optional
 * things out: lists are then empty, texts `null`. Fields that the contract does not have are ignored, with
 * a message; anything wrong in a field that it has is a fault, because a half-understood figure is worse
 * than none. Decimals become canonical (`"007"` → `"7"`).
 */
export function parseReportJson(json: unknown): ReportResult {
  const tag = schemaFault(json);
  if (tag) return { ok: false, faults: [tag] };
  const parsed = ReportFile.safeParse(json);
  if (!parsed.success) {
    return {
      ok: false,
      faults: parsed.error.issues.map((issue) => ({ place: placeName(json, issue.path), reason: shapeReason(issue) })),
    };
  }
  const report: Report = parsed.data;
  const faults = [...meaningFaults(report)];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, report: withMessages(report, [...fieldMessages(json, report), ...contentMessages(report)]) };
}

/** The tag first: whoever opens some other JSON should hear that, not a list of missing fields. */
function schemaFault(json: unknown): ReportFault | null {
  const tag = typeof json === "object" && json !== null && "schema" in json ? json.schema : undefined;
  if (tag === REPORT_SCHEMA) return null;
  if (typeof tag === "string" && tag.startsWith("nianbao.report/")) {
    return { place: "schema", reason: `这份报告的格式是 ${tag}，本程序只认 ${REPORT_SCHEMA}，请升级程序` };
  }
  return { place: "（整个文件）", reason: `不是年报通的报告文件：缺少 "schema": "${REPORT_SCHEMA}"` };
}

function* meaningFaults(report: Report): Generator<ReportFault> {
  yield* repeated(
    report.sections.map(({ key }) => key),
    (i, key) => `第 ${i + 1} 部分（${key}）`,
  );
  yield* repeated(
    report.tables.map(({ key }) => key),
    (_, key) => `表 ${key}`,
  );
  for (const table of report.tables) {
    yield* repeated(
      table.cells.map(({ row, column }) => `${row}:${column}`),
      (_, address) => `表 ${table.key} 的单元格 ${address}`,
    );
  }
}

function* repeated(keys: readonly string[], place: (index: number, key: string) => string): Generator<ReportFault> {
  const seen = new Set<string>();
  for (const [i, key] of keys.entries()) {
    if (seen.has(key)) yield { place: place(i, key), reason: "出现了两次" };
    seen.add(key);
  }
}

/** Where a fault is, as a person would say it: `表 statistics 的单元格 1.1:value 的 value`. */
function placeName(json: unknown, path: readonly PropertyKey[]): string {
  const [list, index, field, inner, ...rest] = path.map(String);
  if (list === undefined) return "（整个文件）";
  const member = index === undefined ? undefined : get(get(json, list), index);
  const key = get(member, "key");
  const named = typeof key === "string" ? key : `第 ${Number(index) + 1} 个`;
  if (list === "tables" && member !== undefined) {
    if (field !== "cells" || inner === undefined) return [`表 ${named}`, field, inner].filter(Boolean).join(" 的 ");
    const cell = get(get(member, field), inner);
    const [row, column] = [get(cell, "row"), get(cell, "column")];
    const hasAddress = typeof row === "string" && typeof column === "string";
    const address = hasAddress ? `${row}:${column}` : `第 ${Number(inner) + 1} 个`;
    return [`表 ${named} 的单元格 ${address}`, ...rest].join(" 的 ");
  }
  if (list === "sections" && member !== undefined) {
    return [`第 ${Number(index) + 1} 部分`, ...[field, inner].filter((step) => step !== undefined)].join(" 的 ");
  }
  return path.map(String).join(".");
}

function get(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function fieldMessages(json: unknown, report: Report): Message[] {
  const fields = unknownFields(json, report);
  if (fields.length === 0) return [];
  return [{ level: "info", code: "unknown-field", text: `文件里有不认识的字段，没有采用：${fields.join("、")}。` }];
}

function contentMessages(report: Report): Message[] {
  if (report.content === undefined || !contentDiffers(report)) return [];
  const text = "文件里带格式的正文（content）与各部分的文字（paragraphs）不一致，以各部分的文字为准，请核对。";
  return [{ level: "warning", code: "content-differs", text }];
}

/** Adds messages that the report does not carry already: reading a file twice says nothing twice. */
function withMessages(report: Report, messages: readonly Message[]): Report {
  const fresh = messages.filter(({ text }) => !report.messages.some((known) => known.text === text));
  return fresh.length === 0 ? report : { ...report, messages: [...report.messages, ...fresh] };
}
