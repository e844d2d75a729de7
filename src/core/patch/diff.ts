import { isList, isObject, type Json, type JsonObject, type Patch } from "./patch.ts";

/**
 * The patch that makes `after` out of `before`, down to the order of keys: `JSON.stringify` of what `applyPatch`
 * gives is that of `after`. Small where little has changed, as from one second of typing to the next.
 */
export function diff(before: Json, after: Json): Patch {
  if (typeof before === "string" && typeof after === "string") return diffText(before, after);
  if (isList(before) && isList(after)) return diffList(before, after);
  if (isObject(before) && isObject(after)) return diffObject(before, after);
  return Object.is(before, after) ? {} : { v: after };
}

function diffText(before: string, after: string): Patch {
  if (before === after) return {};
  const { start, end } = sharedEnds(before.length, after.length, (i, j) => before[i] === after[j]);
  return { s: [start, before.length - end - start, after.slice(start, after.length - end)] };
}

/** What the two lists begin and end with alike stays; of the rest the items pair up from the front. */
function diffList(before: readonly Json[], after: readonly Json[]): Patch {
  const { start, end } = sharedEnds(before.length, after.length, (i, j) => same(before[i], after[j]));
  const gone = before.length - end - start;
  const put = after.slice(start, after.length - end);
  const paired = Math.min(gone, put.length);
  const items = put.slice(0, paired).flatMap((value, n): [number, Patch][] => {
    const patch = diff(before[start + n] ?? null, value);
    return isEmpty(patch) ? [] : [[start + n, patch]];
  });
  const splice = [start + paired, gone - paired, put.slice(paired)] as const;
  return {
    ...(items.length > 0 ? { i: items } : {}),
    ...(gone === put.length ? {} : { l: splice }),
  };
}

function diffObject(before: JsonObject, after: JsonObject): Patch {
  const [old, keys] = [Object.keys(before), Object.keys(after)];
  const changed = keys.flatMap((key): [string, Patch][] => {
    const value = after[key] ?? null;
    if (!Object.hasOwn(before, key)) return [[key, { v: value }]];
    const patch = diff(before[key] ?? null, value);
    return isEmpty(patch) ? [] : [[key, patch]];
  });
  return {
    ...(changed.length > 0 ? { k: Object.fromEntries(changed) } : {}),
    ...(sameKeys(old, keys) ? {} : { o: keys }),
  };
}

function sharedEnds(before: number, after: number, alike: (i: number, j: number) => boolean) {
  const most = Math.min(before, after);
  let start = 0;
  while (start < most && alike(start, start)) start += 1;
  let end = 0;
  while (end < most - start && alike(before - 1 - end, after - 1 - end)) end += 1;
  return { start, end };
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return sameKeys(keys, Object.keys(b)) && keys.every((key) => same(a[key], b[key]));
  }
  return Object.is(a, b);
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, i) => key === b[i]);
}

function isEmpty(patch: Patch): boolean {
  return Object.keys(patch).length === 0;
}
