import type { Form } from "../form/form.ts";
import type { Report } from "./report.ts";

/** What Windows and Linux file systems, or a USB stick's FAT, do not take in a name. */
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f]/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** Leaves room for an ending within the 255 bytes that ext4 gives a name. */
const LONGEST_BYTES = 200;

/** The usual file name of a report without its ending: `启新街道2018年政府信息公开工作年度报告`. */
export function reportFileName(report: Report, form: Form, fallback: string): string {
  const { unit, year } = report;
  const usual = unit && year ? form.file.reportTitle.replace("{unit}", unit).replace("{year}", String(year)) : null;
  return safeFileName(usual ?? report.title ?? fallback);
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
