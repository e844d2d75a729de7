/** `2019年1月10日` of a moment in ISO 8601, in the clock of this machine; the text itself where it is no moment. */
export function day(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日`;
}

/** `2019年1月10日 14:03`. */
export function minute(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${day(iso)} ${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}
