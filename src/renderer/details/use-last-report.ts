import { useEffect, useState } from "react";
import type { Report } from "../../core/report/report.ts";
import { call } from "../bridge.ts";

/** A report of the database; `null` for one that cannot be read, `undefined` until it is known, and without an id. */
export function useLastReport(id: string | null): Report | null | undefined {
  const [read, setRead] = useState<{ readonly id: string; readonly report: Report | null } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let here = true;
    void call["report:open"]({ id }).then((answer) => {
      const sound = answer.ok && answer.value.kind === "sound" ? answer.value.report : null;
      if (here) setRead({ id, report: sound });
    });
    return () => {
      here = false;
    };
  }, [id]);
  return read?.id === id ? read.report : undefined;
}
