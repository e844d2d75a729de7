/** `20260301-140322-123`, local time: sorts as it passed, and says the clerk when. */
export function stamp(moment: Date): string {
  const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  const time = [moment.getHours(), moment.getMinutes(), moment.getSeconds()];
  return `${digits(year, 4)}${digits(month, 2)}${digits(day, 2)}-${time.map((n) => digits(n, 2)).join("")}-${digits(moment.getMilliseconds(), 3)}`;
}

/** The moment of a stamp; `null` for any other text. */
export function stampedAt(text: string): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{3})$/.exec(text)?.slice(1).map(Number);
  if (!parts) return null;
  const [year = 0, month = 1, day = 1, ...time] = parts;
  const [hour = 0, minute = 0, second = 0, millisecond = 0] = time;
  return new Date(year, month - 1, day, hour, minute, second, millisecond);
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, "0");
}
