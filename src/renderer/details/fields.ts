import type { Office } from "../../core/report/office.ts";
import type { FieldName } from "../parts/fields.tsx";

/** The people and the telephone of the sign-off, named as on the annex. */
export const PEOPLE: readonly FieldName<Exclude<keyof Office, "unit">>[] = [
  { key: "head", name: "单位负责人" },
  { key: "reviewer", name: "审核人" },
  { key: "filler", name: "填报人" },
  { key: "phone", name: "联系电话" },
];
