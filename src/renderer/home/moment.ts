/** A moment as one says it today: `今天 14:03`, `昨天 16:40`, `3月2日 09:15`, `2018年1月22日`. */
export function moment(iso: string, now: Date): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
  const days = Math.round((dayOf(now) - dayOf(at)) / 86_400_000);
  if (days === 0) return `今天 ${time}`;
  if (days === 1) return `昨天 ${time}`;
  if (at.getFullYear() === now.getFullYear()) return `${at.getMonth() + 1}月${at.getDate()}日 ${time}`;
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日`;
}

/** `14:03:22`, as the status bar says it. */
export function clock(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? "" : [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(":");
}

/** A moment to the second, with its day: `今天 14:03:22`, `2018年1月22日 14:03:22`. */
export function exactly(iso: string, now = new Date()): string {
  return `${moment(iso, now).split(" ")[0]} ${clock(iso)}`;
}

function dayOf(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
