import { trimText } from "../../core/text/fold.ts";

/** How a line divides into cells, before it is known whether it stands in a table. */
export interface Line {
  readonly text: string;
  /** Cells of a `|` or tab line; `null` for a line without separators. */
  readonly cells: readonly string[] | null;
  readonly separator: "bar" | "tab" | null;
}

/** Frames drawn with box letters or markdown rules (`|---|---|`) hold no text. */
const RULE = /^[\s|+\-=:─━┄┈┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝═]*$/;
const BOX_BAR = /[│┃║]/g;

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const source of joinQuoted(text.replace(/^\ufeff/, "").split(/\r\n|[\n\r\u0085\u2028\u2029\f\v]/))) {
    const line = source.replace(BOX_BAR, "|");
    if (isRule(line)) continue;
    if (line.includes("|")) lines.push({ text: source, cells: barCells(line), separator: "bar" });
    else if (trimText(line).includes("\t")) lines.push({ text: source, cells: tabCells(line), separator: "tab" });
    else lines.push({ text: source, cells: null, separator: null });
  }
  return lines;
}

function isRule(line: string): boolean {
  return RULE.test(line) && /[-=─━═]{2}/.test(line) && (line.includes("|") || /[─━═┼+]/.test(line));
}

/** `a | b |` → [a, b]; `| a | b |` → [a, b]; `|` → [""] (one blank cell). */
function barCells(line: string): string[] {
  const parts = trimText(line).split("|").map(trimText);
  if (parts.at(-1) === "") parts.pop();
  if (parts.length > 1 && parts[0] === "") parts.shift();
  return parts;
}

/** A cell that Excel quoted because it holds a line break or a quote is unquoted. */
function tabCells(line: string): string[] {
  return line.split("\t").map((cell) => {
    const quoted = /^"((?:[^"]|"")*)"$/s.exec(cell);
    return trimText(quoted ? (quoted[1] ?? "").replaceAll('""', '"') : cell);
  });
}

/** Joins the lines of a quoted cell: `"a⏎b"⇥7` is one line of the table. */
function joinQuoted(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    let line = lines[i] ?? "";
    // Only a quote that opens a cell counts, and only while it closes soon: prose has quotes of its own.
    if (/(?:^|\t)"[^"\t]*$/.test(line)) {
      for (let more = 1; more <= 4 && i + more < lines.length; more += 1) {
        const candidate = [line, ...lines.slice(i + 1, i + 1 + more)].join("\n");
        if (/^[^"\t]*"(?=\t|$)/.test(lines[i + more] ?? "") && candidate.includes("\t")) {
          line = candidate;
          i += more;
          break;
        }
      }
    }
    joined.push(line);
  }
  return joined;
}
