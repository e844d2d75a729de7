import type { Level, Reason } from "../report/report.ts";
import { day, minute } from "../text/day.ts";
import type { ExportMark } from "./export-marks.ts";
import type { CheckRecord, RecordLine } from "./record.ts";

/** A check record as it is printed, for the screen and every writer alike. Texts are final; only looks are theirs. */
export interface RecordPaper {
  readonly title: string;
  /** `示范街道 2018 年度报告`. */
  readonly subject: string;
  /** What was checked, when and by what, and what came of it. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly parts: readonly RecordPart[];
  /** Lines to be signed by hand. */
  readonly signOff: readonly string[];
}

export interface RecordPart {
  /** With its number: `一、没有改的错误（1 处）`. */
  readonly heading: string;
  /** Heads of the table, with the share of its width in hundredths. */
  readonly columns: readonly { readonly name: string; readonly share: number }[];
  /** Empty: the part says 无. */
  readonly rows: readonly (readonly string[])[];
}

const LEVELS = { error: "错误", warning: "提醒", ask: "核实", info: "提示" } as const satisfies Record<Level, string>;

const NUMBER = { name: "序号", share: 8 };
const PLACE = { name: "位置", share: 24 };

export function recordPaper(record: CheckRecord): RecordPaper {
  const { errors, lifted, ignored, open } = record;
  return {
    title: "校验记录",
    subject: `${record.unit ?? "单位未知"} ${record.year === null ? "" : `${record.year} `}年度报告`,
    facts: [
      { name: "单位", value: record.unit ?? "（未填）" },
      { name: "年度", value: record.year === null ? "（未填）" : `${record.year} 年度` },
      { name: "报告", value: record.title ?? "（没有标题）" },
      { name: "校验时间", value: minute(record.at) },
      { name: "程序", value: `年报通 ${record.program}` },
      { name: "表式", value: `${record.form.title}（${record.form.id}）` },
      { name: "结果", value: result(record) },
      { name: "导出", value: exported(record) },
    ],
    parts: [
      {
        heading: `一、没有改的错误（${errors.length} 处）`,
        columns: [NUMBER, PLACE, { name: "问题", share: 44 }, { name: "是否带着导出", share: 24 }],
        rows: errors.map((line, i) => [...begin(line, i), line.exported ? `是。${who(line.exported)}` : "否"]),
      },
      answeredPart("二、写明理由保留的错误", lifted),
      answeredPart("三、忽略的提醒和核实", ignored),
      {
        heading: `四、没有处理的提醒和核实（${open.length} 处）`,
        columns: [NUMBER, PLACE, { name: "类别", share: 10 }, { name: "问题", share: 58 }],
        rows: open.map((line, i) => [String(i + 1), whereOf(line), LEVELS[line.severity], line.text]),
      },
    ],
    signOff: ["经办人", "负责人", "日期"],
  };
}

function answeredPart(heading: string, lines: readonly (RecordLine & { readonly reason: Reason })[]): RecordPart {
  return {
    heading: `${heading}（${lines.length} 处）`,
    columns: [NUMBER, PLACE, { name: "问题", share: 28 }, { name: "理由", share: 20 }, { name: "谁、何时", share: 20 }],
    rows: lines.map((line, i) => [...begin(line, i), line.reason.text, who(line.reason)]),
  };
}

function begin(line: RecordLine, index: number): string[] {
  return [String(index + 1), whereOf(line), line.text];
}

function whereOf({ place }: RecordLine): string {
  return place === "" ? "全文" : place;
}

function who({ by, at }: ExportMark): string {
  return [by, day(at)].filter((part) => part !== "").join("，");
}

function result({ counts, lifted, ignored }: CheckRecord): string {
  const open = (["error", "warning", "ask", "info"] as const).map((level) => `${LEVELS[level]} ${counts[level]} 处`);
  return `${open.join("，")}；写明理由保留 ${lifted.length} 处，忽略 ${ignored.length} 处`;
}

/** Whether this went out, and whether with errors. */
function exported({ files, errors }: CheckRecord): string {
  if (files) {
    const state = errors.length === 0 ? "导出时没有错误" : `导出时还有 ${errors.length} 处错误没有改`;
    return `${files.join("、")}；${state}`;
  }
  if (errors.length === 0) return "没有错误";
  const marked = errors.filter((line) => line.exported !== null).length;
  return marked === 0 ? "现有的错误没有带着导出过" : `带着现有的 ${marked} 处错误导出过，见第一部分`;
}
