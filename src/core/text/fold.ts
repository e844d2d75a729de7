/** White space as Chinese documents have it: ASCII, U+3000, no-break and zero-width spaces, BOM. */
const SPACE = /[\s\u00a0\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]+/g;

/** Full-width letters, digits and signs become half-width (`(1)` → `(1)`, `①` → `1`), white space stays. */
export function halfWidth(text: string): string {
  return text.normalize("NFKC");
}

export function removeSpace(text: string): string {
  return text.replace(SPACE, "");
}

/** Outer white space off, U+3000 and zero-width included; inner text untouched. */
export function trimText(text: string): string {
  return text.replace(
    /^[\s\u00a0\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]+|[\s\u00a0\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]+$/g,
    "",
  );
}

/**
 * The comparing form of a label: half-width, no white space, no punctuation, ASCII lower case. Two labels
 * with the same folded form differ only in the ways that offices type them.
 */
export function fold(text: string): string {
  return removeSpace(halfWidth(text))
    .replace(/[\p{P}\p{S}]/gu, "")
    .toLowerCase();
}

/** How alike two folded texts are, 0–1: the share of letter pairs they have in common (Dice). */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i < a.length - 1; i += 1) {
    const pair = a.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let i = 0; i < b.length - 1; i += 1) {
    const pair = b.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      common += 1;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * common) / (a.length + b.length - 2);
}
