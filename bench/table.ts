/** One line of the table. Without a peer there is nothing to miss: the time alone is told. */
export interface Line {
  readonly what: string;
  /** Milliseconds where nothing else is said. */
  readonly unit?: "bytes";
  /** `null` where it was not run. */
  readonly ours: number | null;
  readonly peer: string;
  readonly theirs: number | null;
  /** The most that ours may take, in times of theirs. */
  readonly aim: number | null;
  /** The most that it may take by itself, in milliseconds. */
  readonly atMost?: number;
}

export function printTable(lines: readonly Line[]): void {
  const rows = [["what", "ours", "peer", "theirs", "ratio", "aim", ""], ...lines.map(cells)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const text = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const [head = [], ...body] = rows;
  console.log([text(head), widths.map((width) => "-".repeat(width)).join("  "), ...body.map(text)].join("\n"));
}

function cells({ what, unit, ours, peer, theirs, aim, atMost }: Line): string[] {
  const ratio = ours === null || theirs === null ? null : ours / theirs;
  const [measured, most] = atMost === undefined ? [ratio, aim] : [ours, atMost];
  const verdict = most === null ? "" : measured === null ? "not run" : measured <= most ? "met" : "MISSED";
  return [
    what,
    amount(ours, unit),
    peer,
    amount(theirs, unit),
    ratio === null ? "" : `${ratio.toPrecision(2)} ×`,
    most === null ? "" : `≤ ${Number(most.toPrecision(2))} ${atMost === undefined ? "×" : "ms"}`,
    verdict,
  ];
}

function amount(value: number | null, unit: Line["unit"]): string {
  if (value === null) return "";
  return unit === "bytes" ? bytes(value) : milliseconds(value);
}

function bytes(amount: number): string {
  return amount >= 1 << 20 ? `${(amount / (1 << 20)).toFixed(0)} MB` : `${amount.toFixed(0)} B`;
}

function milliseconds(time: number): string {
  return time >= 10 ? `${time.toFixed(0)} ms` : `${time.toFixed(3)} ms`;
}
