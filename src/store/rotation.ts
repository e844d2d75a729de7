/** So many of the newest copies are kept whatever their day. */
export const NEWEST = 12;
/** And of the latest days that have a copy so many keep their last one. */
export const DAYS = 14;

/**
 * Which of the copies can go, given their moments. Days without a copy do not count: a report that was not touched
 * for a year still has its copies.
 */
export function outdated<T extends { readonly at: Date }>(copies: readonly T[]): T[] {
  const newestFirst = [...copies].sort((a, b) => b.at.getTime() - a.at.getTime());
  const days = new Map<string, T>();
  for (const copy of newestFirst) if (!days.has(copy.at.toDateString())) days.set(copy.at.toDateString(), copy);
  const kept = new Set([...newestFirst.slice(0, NEWEST), ...[...days.values()].slice(0, DAYS)]);
  return newestFirst.filter((copy) => !kept.has(copy));
}
