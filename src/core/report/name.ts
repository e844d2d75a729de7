import type { Form } from "../form/form.ts";
import type { Report } from "./report.ts";

/** What Windows and Linux file systems, or a USB stick's FAT, do not take in a name. */
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f]/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** Leaves room for an ending within the 255 bytes that ext4 gives a name. */
const LONGEST_BYTES = 200;

/**
 * The file name of a report without its ending: `启新街道2018年政府信息公开工作年度报告`. `pattern` is the unit's own
 * way to name files, with `{unit}` and `{year}` in it; without one the form's usual title is taken. A report without
 * unit, year and title is called by the `fallback`.
 */
export function reportFileName(report: Report, form: Form, fallback: string, pattern: string | null = null): string {
  const { unit, year } = report;
  const named = unit && year ? withPlaces(pattern ?? form.file.reportTitle, unit, year) : null;
  return safeFileName(named ?? report.title ?? fallback);
}

function withPlaces(pattern: string, unit: string, year: number): string {
  return pattern.replaceAll("{unit}", unit).replaceAll("{year}", String(year));
}

/** The way a name is made, so that next year's is made alike; `null` where neither unit nor year is in it. */
export function namePattern(name: string, { unit, year }: Report): string | null {
  const withUnit = unit ? name.replaceAll(unit, "{unit}") : name;
  const pattern = year === null ? withUnit : withUnit.replaceAll(String(year), "{year}");
  return pattern === name ? null : pattern;
}

/** The name of the check record that goes beside a report's files. */
export function recordFileName(name: string): string {
  return `${name}（校验记录）`;
}

/** A name that every file system in question takes: what it forbids is left out, what is too long is cut. */
export function safeFileName(name: string): string {
  const plain = name.replace(FORBIDDEN, "").replace(/\s+/g, " ").trim().replace(/\.+$/, "");
  let kept = "";
  let bytes = 0;
  for (const letter of plain) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > LONGEST_BYTES) break;
    kept += letter;
  }
  return kept === "" || RESERVED.test(kept) ? "报告" : kept;
}
