import type { z } from "zod";

/** One thing wrong with a file: where (`tables.0.rows.3.parent`) and why, in Chinese. */
export interface Fault {
  readonly place: string;
  readonly reason: string;
}

type Issue = z.core.$ZodIssue;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "文本",
  number: "数",
  int: "整数",
  boolean: "true 或 false",
  array: "列表",
  object: "对象",
  record: "对象",
  null: "null",
};

/** What is wrong with the shape, in Chinese, without its place. */
export function shapeReason(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `应为${TYPE_NAMES[issue.expected] ?? issue.expected}`;
    case "unrecognized_keys":
      return `不认识的字段：${issue.keys.join("、")}`;
    case "invalid_value":
      return `只能是 ${issue.values.map(String).join("、")}`;
    case "too_small":
      return `太小或太短，至少 ${issue.minimum}`;
    case "too_big":
      return `太大或太长，至多 ${issue.maximum}`;
    default:
      return /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : `写法不对（${issue.code}）`;
  }
}

/** The faults of an issue, place in the file's own words. */
export function shapeFault(issue: Issue): Fault {
  return { place: issue.path.join(".") || "（整个文件）", reason: shapeReason(issue) };
}
