/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * How one JSON value becomes another. Nothing in it: it stays as it is. The names are one letter each because a patch
 * is written for every second of typing.
 */
export interface Patch {
  /** Another value altogether. */
  readonly v?: Json;
  /** Text: from this UTF-16 unit on so many go, and these come. */
  readonly s?: readonly [at: number, gone: number, put: string];
  /** A list: its items that change, by their index before. */
  readonly i?: readonly (readonly [index: number, patch: Patch])[];
  /** A list, once its items have changed: from this index on so many go, and these come. */
  readonly l?: readonly [at: number, gone: number, put: readonly Json[]];
  /** An object: its keys that change. */
  readonly k?: { readonly [key: string]: Patch };
  /** An object: all its keys afterwards, in order; left out while they stay the same. */
  readonly o?: readonly string[];
}

export type JsonObject = { readonly [key: string]: Json };

/** True for what `JSON.stringify` writes down as it is, so that what is read back is the same. */
export function isJson(value: unknown): value is Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  // A list with a hole or a name of its own is read back without it.
  if (Array.isArray(value)) return Object.keys(value).length === value.length && value.every(isJson);
  if (typeof value !== "object") return false;
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}
