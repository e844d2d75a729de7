import type { Edit } from "../edit/edit.ts";
import type { CellPlace, Level } from "../report/report.ts";

/** What a check has found: where, both values, and how sure it is. Printed by `check` as it is. */
export interface Finding {
  readonly code: string;
  readonly severity: Level;
  /** One Chinese sentence that names both values. */
  readonly text: string;
  /** The cells concerned, the one to jump to first. */
  readonly cells: readonly CellPlace[];
  readonly section?: string;
  /** Characters from the start of the section's text. */
  readonly offset?: number;
  /** Decimal text of what the rule gives and of what stands there. */
  readonly expected?: string;
  readonly actual?: string;
  /** True when a written reason can let it stand. */
  readonly liftable?: boolean;
  /** The reason that was written; then `severity` is `info`. */
  readonly lifted?: string;
}

/** A change that mends what was found, and is right whoever looks at it. */
export interface Mend {
  /** A short verb for the button: `改为 11`, `填 0`. */
  readonly label: string;
  readonly edit: Edit;
}
