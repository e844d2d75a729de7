import { readValue, type ValueKind } from "../recognise/value.ts";
import type { Cell } from "../report/report.ts";
import { trimText } from "../text/fold.ts";

export interface Typed {
  readonly value: Pick<Cell, "state" | "value" | "raw">;
  /** One sentence where the reading is not what was typed; `null` where it is. */
  readonly hint: string | null;
}

/**
 * Reads what a clerk typed or pasted into a cell. Full-width digits, the row's own unit and Chinese numerals become
 * the number. What is no number stays in `raw` of a blank cell: visible, flagged, never dropped.
 */
export function readTyped(text: string, kind: ValueKind): Typed {
  const { doubt, raw, ...read } = readValue(text, kind);
  const typed = trimText(text);
  if (read.state === "number") {
    const plain = doubt === undefined || doubt.code === "value-numeral";
    const hint = plain ? (typed === read.value ? null : `“${typed}”读作 ${read.value}。`) : doubt.text;
    // Where the text said more than the number, it stays beside it.
    return { value: { ...read, ...(plain || raw === undefined ? {} : { raw }) }, hint };
  }
  return { value: { ...read, ...(raw === undefined ? {} : { raw }) }, hint: doubt?.text ?? null };
}
