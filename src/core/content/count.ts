import type { Section } from "../report/report.ts";

/** Characters without white space, as word processors count Chinese text (`字数`). */
export function countCharacters(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + [...text.replace(/\s/g, "")].length, 0);
}

/** Characters of a section, heading and number included. */
export function countSection({ heading, paragraphs }: Section): number {
  return countCharacters([heading, ...paragraphs]);
}
