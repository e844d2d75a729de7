import type { TableOfForm } from "../../core/form/form.ts";
import type { Relation } from "../../core/form/schema.ts";
import type { CellPlace, Level } from "../../core/report/report.ts";
import { LEVELS, type Notice } from "./notices.ts";

/** How a cell is marked: by the gravest notice about it, with the number that the rule gives where it gives one. */
export interface CellMark {
  readonly severity: Level;
  /** False where the cell only takes part in what was found elsewhere, as the parts of a wrong total do. */
  readonly shaded: boolean;
  readonly texts: readonly string[];
  /** `合计 11` beside what stands there; only at the cell that the finding names first. */
  readonly rule: string | null;
}

export function cellKey({ row, column }: Pick<CellPlace, "row" | "column">): string {
  return `${row}:${column}`;
}

export function sameMark(a: CellMark | undefined, b: CellMark | undefined): boolean {
  if (a === b) return true;
  return (
    a !== undefined &&
    b !== undefined &&
    a.severity === b.severity &&
    a.shaded === b.shaded &&
    a.rule === b.rule &&
    a.texts.join("\n") === b.texts.join("\n")
  );
}

/** The marks of one table's cells, by `cellKey`. */
export function marksOf(notices: readonly Notice[], table: TableOfForm): ReadonlyMap<string, CellMark> {
  const marks = new Map<string, CellMark>();
  for (const notice of notices) {
    for (const [index, place] of notice.cells.entries()) {
      if (place.table !== table.form.key) continue;
      const key = cellKey(place);
      const before = marks.get(key);
      const severity = severityOf(notice);
      marks.set(key, {
        severity: before && graver(before.severity, severity) ? before.severity : severity,
        shaded: (before?.shaded ?? false) || (severity !== "info" && isAbout(notice, index)),
        texts: [...(before?.texts ?? []), textOf(notice)],
        rule: before?.rule ?? (index === 0 ? ruleOf(notice, table) : null),
      });
    }
  }
  return marks;
}

/** What is left as it is for a reason is a hint, and no longer a fault. */
function severityOf({ severity, reason }: Notice): Level {
  return reason === null ? severity : "info";
}

function textOf({ text, reason }: Notice): string {
  return reason === null ? text : `${text}（${reason.kind === "lifted" ? "已写理由" : "已忽略"}：${reason.text}）`;
}

/** Which cells are called wrong: the one that holds the number in question, else all that are named. */
function isAbout({ finding }: Notice, index: number): boolean {
  return index === 0 || finding?.actual === undefined;
}

function graver(a: Level, b: Level): boolean {
  return LEVELS.indexOf(a) <= LEVELS.indexOf(b);
}

const BOUND = { "=": "应为", "<=": "至多", ">=": "至少", "<": "少于", ">": "多于" } as const;

function ruleOf({ finding, severity, reason }: Notice, table: TableOfForm): string | null {
  if (severity !== "error" || reason !== null || finding?.expected === undefined) return null;
  const relation = table.form.relations.find((candidate) => candidate.code === finding.code);
  return `${relation ? ruleWord(relation) : "应为"} ${finding.expected}`;
}

function ruleWord(relation: Relation): string {
  if (relation.kind !== "compare") return "应为";
  const sum = [relation.left, relation.right].some((side) => typeof side === "object" && "sum" in side);
  return sum ? "合计" : BOUND[relation.is];
}

/** The rows that carry a mark worth looking at; mere hints do not count. */
export function markedRows(marks: ReadonlyMap<string, CellMark>): ReadonlySet<string> {
  return new Set([...marks].filter(([, mark]) => mark.shaded).map(([key]) => key.split(":")[0] ?? ""));
}
