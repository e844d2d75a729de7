/** How a paragraph that is being read will look. */
export interface Line {
  readonly align: "center" | "right" | null;
}

const PLAIN: Line = { align: null };
/** White space of HTML, and what offices indent with. */
const EDGE = /^[\s\u00a0\u3000\u200b\ufeff]+|[\s\u00a0\u3000\u200b\ufeff]+$/g;
/** How fonts of before Unicode wrote the full-width space: GBK A3A0, still in texts that were converted. */
export const OLD_SPACE = "\ue5e5";
const WIDE = "[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f“”‘’…—]";
/** Programs break the lines of their HTML anywhere: between Chinese characters that is no space. */
const BROKEN = new RegExp(`(?<=${WIDE})[ \\t]*[\\r\\n]+[ \\t\\r\\n]*(?=${WIDE})`, "g");

interface Run {
  text: string;
  readonly bold: boolean;
}

/** Collects text into paragraphs, list items and tables below `target`. */
export class Lines {
  readonly #target: Element;
  #runs: (Run | "break")[] = [];
  #line: Line = PLAIN;
  #item: "ul" | "ol" | null = null;
  #list: Element | null = null;
  #inList = false;

  constructor(target: Element) {
    this.#target = target;
  }

  get inList(): boolean {
    return this.#inList;
  }

  text(read: string, bold: boolean): void {
    const text = read.replaceAll(OLD_SPACE, "\u3000");
    const last = this.#runs.at(-1);
    if (last && last !== "break" && last.bold === bold) last.text += text;
    else this.#runs.push({ text, bold });
  }

  lineBreak(): void {
    this.#runs.push("break");
  }

  /** The look of the paragraph that comes next; one inside another takes over what that said. */
  begin(line: Line): void {
    this.#line = { align: line.align ?? this.#line.align };
  }

  /** A number that Word printed: a bullet makes a list item, any other stays text, tight before what follows. */
  number(text: string): void {
    const sign = text.replace(EDGE, "");
    if (/^[•·●○■□◆◇▪►➢✓\uf000-\uf0ffolnuüØ§v-]$/.test(sign)) this.#item = "ul";
    else this.text(sign, false);
  }

  /** What comes next is an item of a list. */
  item(kind: "ul" | "ol"): void {
    this.end();
    this.#inList = true;
    this.#item = kind;
  }

  leaveList(): void {
    this.end();
    this.#inList = false;
    this.#item = null;
    this.#list = null;
  }

  table(table: Element): void {
    this.end();
    this.#list = null;
    this.#target.append(table);
  }

  /** Ends the paragraph that is being read. Without any text there is none. */
  end(): void {
    const paragraph = this.#paragraph();
    this.#runs = [];
    this.#line = PLAIN;
    // An item's own paragraph may only begin here (`<li><p>`): the item waits for it.
    if (!paragraph) return;
    const item = this.#item;
    this.#item = null;
    if (item === null && !this.#inList) {
      this.#list = null;
      this.#target.append(paragraph);
      return;
    }
    // A second paragraph of an item joins it.
    const open = this.#list?.lastElementChild;
    if (item === null && open) {
      open.append(paragraph);
      return;
    }
    const kind = item ?? "ul";
    if (this.#list?.localName !== kind) {
      this.#list = this.#target.ownerDocument.createElement(kind);
      this.#target.append(this.#list);
    }
    const place = this.#target.ownerDocument.createElement("li");
    place.append(paragraph);
    this.#list.append(place);
  }

  #paragraph(): Element | null {
    const document = this.#target.ownerDocument;
    const runs = tidy(this.#runs);
    if (runs.every((run) => run === "break")) return null;
    const paragraph = document.createElement("p");
    if (this.#line.align) paragraph.setAttribute("data-align", this.#line.align);
    for (const run of runs) {
      if (run === "break") paragraph.append(document.createElement("br"));
      else if (run.bold) paragraph.appendChild(document.createElement("strong")).append(run.text);
      else paragraph.append(run.text);
    }
    return paragraph;
  }
}

/** White space as a browser shows it, none at the edges of a line, no empty runs. */
function tidy(runs: readonly (Run | "break")[]): (Run | "break")[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run === "break") lines.push([]);
    else lines.at(-1)?.push({ ...run });
  }
  const clean = lines.map(tidyLine);
  while (clean[0]?.length === 0) clean.shift();
  while (clean.at(-1)?.length === 0) clean.pop();
  return clean.flatMap((line, i): (Run | "break")[] => (i > 0 ? ["break", ...line] : line));
}

function tidyLine(line: readonly Run[]): Run[] {
  // Over the borders between runs as well: those are marked, tidied with the rest, and parted again.
  const BORDER = "\u0001";
  const whole = line
    .map(({ text }) => text.replaceAll(BORDER, ""))
    .join(BORDER)
    .replace(new RegExp(`([\\s]+)(${BORDER}+)`, "g"), "$2$1")
    .replace(BROKEN, "")
    .replace(/[ \t\r\n]+/g, " ");
  const texts = whole.split(BORDER);
  const first = texts.findIndex((text) => text.replace(EDGE, "") !== "");
  const last = texts.findLastIndex((text) => text.replace(EDGE, "") !== "");
  return line.flatMap(({ bold }, i) => {
    if (first < 0 || i < first || i > last) return [];
    let text = texts[i] ?? "";
    if (i === first) text = text.replace(/^[\s\u00a0\u3000\u200b\ufeff]+/, "");
    if (i === last) text = text.replace(/[\s\u00a0\u3000\u200b\ufeff]+$/, "");
    return text === "" ? [] : [{ text, bold }];
  });
}
