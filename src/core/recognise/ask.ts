import type { Message } from "../report/report.ts";
import { yearFromProse } from "./front.ts";
import { unitFromProse } from "./unit.ts";

/** The year by the prose alone, with a question; `null` and a question when the prose names none. */
export function askYear(prose: readonly string[], messages: Message[]): number | null {
  const year = yearFromProse(prose);
  if (year !== null)
    messages.push({ level: "ask", code: "year-from-prose", text: `年度是从正文里推断的：${year}，请核对。` });
  else messages.push({ level: "ask", code: "year-unknown", text: "没有找到报告的年度，请填写。" });
  return year;
}

/** The unit by the prose alone, with a question; `null` and a question when the prose names none. */
export function askUnit(prose: readonly string[], messages: Message[]): string | null {
  const unit = unitFromProse(prose);
  if (unit !== null)
    messages.push({
      level: "ask",
      code: "unit-from-prose",
      text: `填报单位和标题里没有单位名称，正文里最常出现的是“${unit}”，请核对。`,
    });
  else messages.push({ level: "ask", code: "unit-unknown", text: "没有找到填报单位的名称，请填写。" });
  return unit;
}
