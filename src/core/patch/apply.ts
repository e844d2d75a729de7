import { isList, isObject, type Json, type JsonObject, type Patch } from "./patch.ts";

/**
 * The value after a patch; the one before stays as it was, and both share what has not changed.
 *
 * @throws {TypeError} when the patch was made for another value, as far as that can be seen
 */
export function applyPatch(before: Json, patch: Patch): Json {
  if (patch.v !== undefined) return patch.v;
  if (patch.s) return applyToText(before, patch.s);
  if (patch.i || patch.l) return applyToList(before, patch);
  if (patch.k || patch.o) return applyToObject(before, patch);
  return before;
}

function applyToText(before: Json, [at, gone, put]: NonNullable<Patch["s"]>): string {
  if (typeof before !== "string" || at + gone > before.length) throw misfit("text");
  return before.slice(0, at) + put + before.slice(at + gone);
}

function applyToList(before: Json, { i: items = [], l: splice }: Patch): Json {
  if (!isList(before)) throw misfit("list");
  const list = [...before];
  for (const [index, patch] of items) {
    const item = list[index];
    if (item === undefined) throw misfit("list");
    list[index] = applyPatch(item, patch);
  }
  if (!splice) return list;
  const [at, gone, put] = splice;
  if (at + gone > list.length) throw misfit("list");
  return [...list.slice(0, at), ...put, ...list.slice(at + gone)];
}

function applyToObject(before: Json, { k: changed = {}, o: keys }: Patch): JsonObject {
  if (!isObject(before)) throw misfit("object");
  const valueOf = (key: string): Json => {
    const patch = Object.hasOwn(changed, key) ? changed[key] : undefined;
    const value = Object.hasOwn(before, key) ? before[key] : undefined;
    if (value !== undefined) return patch ? applyPatch(value, patch) : value;
    if (patch?.v === undefined) throw misfit("object");
    return patch.v;
  };
  // No assignment: a key may be called `__proto__`.
  return Object.fromEntries((keys ?? Object.keys(before)).map((key) => [key, valueOf(key)]));
}

function misfit(what: string): TypeError {
  return new TypeError(`a patch for a ${what} meets something else`);
}
