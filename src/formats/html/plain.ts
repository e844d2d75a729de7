import type { HtmlNode } from "./tree.ts";

/** All text below, whatever it looks like. */
export function plainOf(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : plainOf(node.children))).join("");
}

/** How many letters stand below, white space left out; counting stops beyond `most`. */
export function lettersOf(nodes: readonly HtmlNode[], most: number): number {
  let letters = 0;
  for (const node of nodes) {
    if (letters > most) break;
    letters += typeof node === "string" ? node.replace(/\s+/g, "").length : lettersOf(node.children, most - letters);
  }
  return letters;
}
