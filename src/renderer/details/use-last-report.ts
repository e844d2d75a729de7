import { useEffect, useState } from "react";
import type { Report } from "../../core/report/report.ts";
import { call } from "../bridge.ts";

/** A report of the database, read; `null` until it is there, and without an id. */
export function useLastReport(id: string | null): Report | null {
  const [read, setRead] = useState<{ readonly id: string; readonly report: Report } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let here = true;
    void call["report:open"]({ id }).then((answer) => {
      if (here && answer.ok && answer.value.kind === "sound") setRead({ id, report: answer.value.report });
    });
    return () => {
      here = false;
    };
  }, [id]);
  return read?.id === id ? read.report : null;
}
