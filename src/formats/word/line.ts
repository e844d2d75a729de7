import { append } from "../../core/append.ts";
import type { Block } from "../../core/document.ts";

/** What stands in one paragraph, while it is read. */
export interface Line {
  text: string;
  hidden: string;
  /** Part of a table of contents. */
  contents: boolean;
  /** The first of our own marks (see `core/marks.ts`). */
  mark: string | null;
  /** What is anchored in the paragraph: text boxes that were met before its first letter, and after. */
  readonly before: Block[];
  readonly after: Block[];
}

export function makeLine(): Line {
  return { text: "", hidden: "", contents: false, mark: null, before: [], after: [] };
}

/** A text box stands before its paragraph when nothing of the paragraph had been read. */
export function anchor(line: Line, box: readonly Block[]): void {
  append(line.text.trim() === "" ? line.before : line.after, box);
}

export interface LineLooks {
  /** The automatic number, ready to stand before the text. */
  readonly number: string;
  readonly outline: number | null;
  /** By its style a line of a table of contents. */
  readonly contents: boolean;
}

/** The paragraph, what is anchored in it, and its hidden text as furniture, which `hidden` is told of. */
export function closeLine(line: Line, { number, outline, contents }: LineLooks, hidden: string[]): Block[] {
  const blocks = [...line.before];
  const text = tidy(number === "" ? line.text : number + line.text.trimStart());
  if (text !== "") {
    if (contents || line.contents) blocks.push({ kind: "furniture", text, why: "table of contents" });
    else {
      const ranked = outline === null ? {} : { outline };
      blocks.push({ kind: "paragraph", text, ...ranked, ...(line.mark === null ? {} : { mark: line.mark }) });
    }
  }
  const unseen = tidy(line.hidden);
  if (unseen !== "") {
    hidden.push(unseen);
    blocks.push({ kind: "furniture", text: unseen, why: "hidden text" });
  }
  append(blocks, line.after);
  return blocks;
}

/** Outer white space goes (the ideographic space too); a byte order mark is never text. */
function tidy(text: string): string {
  return text.replaceAll("\ufeff", "").trim();
}
