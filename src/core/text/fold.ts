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

/** The letter pairs of a folded text, counted: prepared once where a text is compared with many. */
export type LetterPairs = ReadonlyMap<string, number>;

export function letterPairs(folded: string): LetterPairs {
  const pairs = new Map<string, number>();
  for (let i = 0; i < folded.length - 1; i += 1) {
    const pair = folded.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** How alike two folded texts are, 0–1: the share of letter pairs they have in common (Dice). */
export function similarity(a: string, b: string, pairsOfA = letterPairs(a), pairsOfB = letterPairs(b)): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  let common = 0;
  for (const [pair, count] of pairsOfB) common += Math.min(count, pairsOfA.get(pair) ?? 0);
  return (2 * common) / (a.length + b.length - 2);
}

/** The most that `similarity` could come to by the lengths alone. */
export function similarityBound(a: string, b: string): number {
  const pairs = a.length + b.length - 2;
  return pairs > 0 ? (2 * (Math.min(a.length, b.length) - 1)) / pairs : 1;
}
