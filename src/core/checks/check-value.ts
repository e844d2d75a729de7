import type { CellPlace, Level } from "../report/report.ts";
import type { Finding } from "./finding.ts";
import type { Grid } from "./grid.ts";

/** What a check is called and why it is there: for `explain`, F1, and lists. All Chinese but the code. */
export interface CheckHead {
  readonly code: string;
  readonly severity: Level;
  readonly title: string;
  readonly explain: string;
  readonly basis: string;
  readonly liftable?: boolean | undefined;
}

/**
 * A check is a value: what it is called, what a blank means to it, and how it is evaluated.
 * `unknown`: says "cannot be checked" where a blank stands in the way; `silent`: says nothing then;
 * `subject`: blanks are what it is about.
 */
export interface Check extends CheckHead {
  readonly blanks: "unknown" | "silent" | "subject";
  /** It is evaluated only for units whose name this matches. */
  readonly units?: RegExp | undefined;
  evaluate(grid: Grid, found: Findings): void;
}

/** What one evaluation of a table has found so far, in order. */
export class Findings {
  readonly list: Finding[] = [];
  /** By code: the lines that it has spoken of. */
  readonly #spoken = new Map<string, Set<string>>();

  /** `line` tells apart the rows or columns that one relation is looked at in. */
  add(finding: Finding, code: string, line: string): void {
    this.list.push(finding);
    const lines = this.#spoken.get(code);
    if (lines) lines.add(line);
    else this.#spoken.set(code, new Set([line]));
  }

  hasSpoken(code: string, line: string): boolean {
    return this.#spoken.get(code)?.has(line) ?? false;
  }
}

export function finding(head: CheckHead, text: string, cells: readonly CellPlace[]): Finding {
  const { code, severity } = head;
  return head.liftable ? { code, severity, text, cells, liftable: true } : { code, severity, text, cells };
}

export const UNKNOWN = ".unknown";
