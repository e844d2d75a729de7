import type { Report } from "../../core/report/report.ts";
import { COMMANDS } from "../commands.ts";
import { isLook, shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";

const FIELDS = [
  ["填报单位", "unit"],
  ["单位负责人", "head"],
  ["审核人", "reviewer"],
  ["填报人", "filler"],
  ["联系电话", "phone"],
  ["填报日期", "date"],
] as const;

/** Head and foot of the annex, as far as the report gives any, and where they are filled in. */
export function SignOff({ report }: { readonly report: Report }) {
  const fixed = useStore(shown, isLook);
  const given = FIELDS.flatMap(([name, key]) => {
    const value = report.annex[key];
    return value === null ? [] : [{ name, value }];
  });
  if (given.length === 0 && fixed) return null;
  return (
    <div className="sign-off">
      <dl>
        {given.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!fixed && (
        <button type="button" className="link" onClick={COMMANDS.details.run}>
          {given.length === 0 ? "填写附件的落款…" : "改落款…"}
        </button>
      )}
    </div>
  );
}
