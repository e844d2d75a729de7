/** What one call may carry at most. A yearly report with its table and its text stays at a hundredth of it. */
export interface Extent {
  /** UTF-16 units of all texts and names together. */
  readonly characters: number;
  /** Values of every kind, lists and objects among them. */
  readonly values: number;
  /** Lists and objects inside each other. */
  readonly depth: number;
}

/**
 * Whether a value is plain data (what JSON can say, and bytes) of bounded extent. Walks without recursion and stops
 * at the first bound, so that neither a ring nor a bomb of shared parts holds it up. Bytes are the schemas' to bound.
 */
export function isPlainWithin(value: unknown, { characters, values, depth }: Extent): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 1 }];
  let charactersLeft = characters;
  let valuesLeft = values;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    valuesLeft -= 1;
    if (valuesLeft < 0) return false;
    if (typeof next.value === "string") charactersLeft -= next.value.length;
    else if (typeof next.value === "object" && next.value !== null && !(next.value instanceof Uint8Array)) {
      const parts = partsOf(next.value);
      if (parts === null || next.depth > depth || parts.length > valuesLeft) return false;
      if (!Array.isArray(next.value)) for (const name of Object.keys(next.value)) charactersLeft -= name.length;
      for (const part of parts) open.push({ value: part, depth: next.depth + 1 });
    } else if (!ATOMS.has(typeof next.value)) return false;
    if (charactersLeft < 0) return false;
  }
  return true;
}

/** `object` for `null` and bytes; the entry's argument itself may be missing. */
const ATOMS: ReadonlySet<string> = new Set(["object", "number", "boolean", "undefined"]);

/** `null` for what is no plain list or object: dates, maps, errors, views of memory. */
function partsOf(value: object): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? Object.values(value) : null;
}
