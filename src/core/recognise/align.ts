import { isLocalSigned } from "../report/local-sign.ts";
import type { LabelIndex, LabelMatch } from "./labels.ts";

/** Which row of the form a source row is: its index in the form's rows, and whether that is beyond doubt. */
export interface Alignment {
  readonly row: number;
  readonly sure: boolean;
  /** True where another label has the row already. */
  readonly repeated?: boolean;
}

/**
 * Lays the source's labels against the form's rows, both in order: labels repeat in a form (`被依法纠错数` under
 * 复议 and under 诉讼), so that order decides where a label alone cannot. Rows missing, added or misspelt cost
 * less than a wrong pairing. A label that order leaves over, and that names one free row beyond doubt, was moved.
 * Returns one entry a label; `null` where it is no row of the form.
 */
export function alignLabels(labels: readonly string[], index: LabelIndex): (Alignment | null)[] {
  // A row that says itself that it is the office's own is no row of the form.
  const scores = labels.map((label) => (isLocalSigned(label) ? [] : index.scores(label)));
  const result: (Alignment | null)[] = inOrder(scores, index.rows.length);
  const taken = new Set(result.flatMap((entry) => (entry ? [entry.row] : [])));
  for (const [i, line] of scores.entries()) {
    if (result[i] !== null) continue;
    const named = line.flatMap(({ score, sure }, row) => (sure && score > 0 ? [row] : []));
    const free = named.filter((row) => !taken.has(row));
    const [only] = free;
    if (free.length === 1 && only !== undefined) {
      result[i] = { row: only, sure: named.length === 1 };
      taken.add(only);
    } else if (named[0] !== undefined && free.length === 0) result[i] = { row: named[0], sure: false, repeated: true };
  }
  return result;
}

/** The best pairing that keeps both orders (dynamic programming over all pairs). */
function inOrder(scores: readonly (readonly LabelMatch[])[], rowCount: number): (Alignment | null)[] {
  const width = rowCount + 1;
  const best = new Float64Array((scores.length + 1) * width);
  for (let i = 1; i <= scores.length; i += 1) {
    for (let j = 1; j <= rowCount; j += 1) {
      const match = scores[i - 1]?.[j - 1]?.score ?? 0;
      const skip = Math.max(best[(i - 1) * width + j] ?? 0, best[i * width + j - 1] ?? 0);
      const pair = match > 0 ? (best[(i - 1) * width + j - 1] ?? 0) + match : 0;
      best[i * width + j] = Math.max(skip, pair);
    }
  }
  const result: (Alignment | null)[] = scores.map(() => null);
  let i = scores.length;
  let j = rowCount;
  while (i > 0 && j > 0) {
    const here = best[i * width + j] ?? 0;
    if (here === (best[i * width + j - 1] ?? 0)) j -= 1;
    else if (here === (best[(i - 1) * width + j] ?? 0)) i -= 1;
    else {
      result[i - 1] = { row: j - 1, sure: scores[i - 1]?.[j - 1]?.sure ?? false };
      i -= 1;
      j -= 1;
    }
  }
  return result;
}
