import type { Office } from "../../core/report/office.ts";
import { PEOPLE } from "../details/fields.ts";

/** What the file leaves out and the office's particulars give: `填报人：陈晓`. */
export function filledIn(report: Office, office: Office | null): string[] {
  if (office === null) return [];
  return [{ key: "unit" as const, name: "单位" }, ...PEOPLE].flatMap(({ key, name }) =>
    report[key] === null && office[key] !== null ? [`${name}：${office[key]}`] : [],
  );
}
