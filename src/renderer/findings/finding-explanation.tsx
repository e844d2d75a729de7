import type { Explanation } from "../../core/checks/explain.ts";

/** What a finding means, what it rests on, and what to do: below its line. */
export function FindingExplanation({ explanation: { meaning, basis, advice } }: { readonly explanation: Explanation }) {
  return (
    <div role="gridcell" className="meaning">
      <p>{meaning}</p>
      <p>
        <b>怎么办</b> {advice}
      </p>
      <p className="t3">依据：{basis}</p>
    </div>
  );
}
