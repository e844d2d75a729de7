import type { Report } from "../../core/report/report.ts";

const FIELDS = [
  ["填报单位", "unit"],
  ["单位负责人", "head"],
  ["审核人", "reviewer"],
  ["填报人", "filler"],
  ["联系电话", "phone"],
  ["填报日期", "date"],
] as const;

/** Head and foot of the annex, where the report gives any. */
export function SignOff({ report }: { readonly report: Report }) {
  const given = FIELDS.flatMap(([name, key]) => {
    const value = report.annex[key];
    return value === null ? [] : [{ name, value }];
  });
  if (given.length === 0) return null;
  return (
    <dl className="sign-off">
      {given.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
