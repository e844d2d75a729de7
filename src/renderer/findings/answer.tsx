import type { Reason } from "../../core/report/report.ts";
import { day } from "../../core/text/day.ts";

/** Why a finding is left as it is, who says so, and when. */
export function Answer({ reason }: { readonly reason: Reason }) {
  const { kind, text, by, at } = reason;
  return (
    <span className="why">
      <b>{kind === "lifted" ? "已写理由" : "已忽略"}</b> {text}
      <span className="t3">（{[by, day(at)].filter((part) => part !== "").join("，")}）</span>
    </span>
  );
}
