const EAST = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—、。]/;

/** White space of the source is one space. A line's end between Chinese letters is none: no browser shows it. */
export function collapse(source: string): string {
  return source.replace(/[ \t\r\n\f]+/g, (space, at: number) => {
    if (!/[\r\n]/.test(space)) return " ";
    const [before = "", after = ""] = [source[at - 1], source[at + space.length]];
    return EAST.test(before) && EAST.test(after) ? "" : " ";
  });
}

/** A text that grows by stretches: two spaces that meet are one, and a line begins without any. */
export class GrowingText {
  #parts: string[] = [];
  #last = "\n";
  length = 0;

  add(stretch: string): void {
    const text = this.#last === " " || this.#last === "\n" ? stretch.replace(/^ +/, "") : stretch;
    if (text === "") return;
    this.#parts.push(text);
    this.#last = text.at(-1) ?? "";
    this.length += text.length;
  }

  /** Gives the text and is empty again. */
  take(): string {
    const text = this.#parts.join("");
    this.#parts = [];
    this.#last = "\n";
    this.length = 0;
    return text;
  }
}
