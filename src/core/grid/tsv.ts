/** A block of texts, row by row; rows may differ in length. */
export type TextBlock = readonly (readonly string[])[];

/**
 * A block as spreadsheets copy it: tabs between cells, CRLF behind each row, cells with tab, line break or a
 * leading quote in quotes.
 */
export function formatTsv(rows: TextBlock): string {
  return rows.map((row) => `${row.map(quoted).join("\t")}\r\n`).join("");
}

function quoted(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The inverse, for what Excel, WPS and others put on the clipboard: CRLF, LF or CR between rows, the last one's
 * end optional. A quote that is never closed is an ordinary letter.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = readCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === "\t") {
      at += 1;
      // A tab at the very end has an empty cell behind it.
      if (at === text.length) row.push("");
      else continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return rows;
}

/** The cell that begins at `at`, and where it ends: at a tab, a line break or the end. */
function readCell(text: string, at: number): { text: string; end: number } {
  if (text[at] === '"') {
    const whole = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
    whole.lastIndex = at;
    const match = whole.exec(text);
    if (match) return { text: (match[1] ?? "").replaceAll('""', '"').replace(/\r\n?/g, "\n"), end: whole.lastIndex };
  }
  const plain = /[^\t\r\n]*/y;
  plain.lastIndex = at;
  const [found = ""] = plain.exec(text) ?? [];
  return { text: found, end: at + found.length };
}
