import { useEffect, useState } from "react";
import type { ReportLine } from "../../contract/reports.ts";
import type { Level } from "../../core/report/report.ts";
import { call } from "../bridge.ts";
import { formOf } from "../state/forms.ts";
import { countLevels } from "../view/notices.ts";
import { viewOf } from "../view/view.ts";

export interface Problems {
  readonly counts: Readonly<Record<Level, number>>;
  /** Places that still speak of last year. */
  readonly stale: number;
}

/** What the checks find in each report, by its id: gone through one after the other once the list is on the screen. */
export function useProblems(reports: readonly ReportLine[]): ReadonlyMap<string, Problems> {
  const [problems, setProblems] = useState<ReadonlyMap<string, Problems>>(new Map());
  const key = reports.map(({ id, changedAt }) => `${id} ${changedAt}`).join();
  useEffect(() => {
    let wanted = true;
    const work = async () => {
      for (const id of key === "" ? [] : key.split(",").map((part) => part.split(" ")[0] ?? "")) {
        const opened = await call["report:open"]({ id });
        if (!wanted) return;
        const form = opened.ok ? formOf(opened.value.report.form) : null;
        if (!opened.ok || !form) continue;
        const { report } = opened.value;
        const found = { counts: countLevels(viewOf(report, form).notices), stale: report.stale?.length ?? 0 };
        setProblems((now) => new Map([...now, [id, found]]));
      }
    };
    void work();
    return () => {
      wanted = false;
    };
  }, [key]);
  return problems;
}
