/**
 * The fields of a JSON value that its reading left out, by place; the members of a list share one place
 * (`tables.cells.colour`), so that a field told once is not told 59 times.
 */
export function unknownFields(json: unknown, read: unknown): string[] {
  const places = new Set<string>();
  collect(json, read, "", places);
  return [...places];
}

function collect(json: unknown, read: unknown, place: string, places: Set<string>): void {
  if (json === read || typeof json !== "object" || json === null || typeof read !== "object" || read === null) return;
  if (Array.isArray(json)) {
    for (const [i, member] of json.entries()) collect(member, Reflect.get(read, i), place, places);
    return;
  }
  for (const [key, value] of Object.entries(json)) {
    const at = place === "" ? key : `${place}.${key}`;
    if (Object.hasOwn(read, key)) collect(value, Reflect.get(read, key), at, places);
    else places.add(at);
  }
}
