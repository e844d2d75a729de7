import { useEffect, useRef, useState } from "react";
import type { Mend } from "../../core/checks/finding.ts";
import type { ReportScreen } from "../state/screen.ts";
import { mendFor } from "../view/mends.ts";
import type { Notice } from "../view/notices.ts";

/** How long working out mends may hold up a drawing, and how long nothing must have happened before the rest follows. */
const AT_ONCE_MS = 4;
const QUIET_MS = 250;

/**
 * The certain mends of the notices. Each is tried on the whole report, so of many only as many are worked out at once
 * as nobody notices; the others follow when the clerk pauses, and show what was known of them before until then.
 */
export function useMends(notices: readonly Notice[], screen: ReportScreen): ReadonlyMap<string, Mend | null> {
  const last = useRef<ReadonlyMap<string, Mend | null>>(new Map());
  const [, setTurn] = useState(0);
  const { report, form, stored } = screen;
  const until = performance.now() + AT_ONCE_MS;
  const mends = new Map<string, Mend | null>();
  const waiting: Notice[] = [];
  for (const notice of stored ? notices : []) {
    if (performance.now() < until) mends.set(notice.id, mendFor(notice, report, form));
    else {
      mends.set(notice.id, last.current.get(notice.id) ?? null);
      waiting.push(notice);
    }
  }
  last.current = mends;
  const missing = waiting.length > 0;
  useEffect(() => {
    if (!missing) return;
    const timer = setTimeout(() => setTurn((turn) => turn + 1), QUIET_MS);
    return () => clearTimeout(timer);
  });
  return mends;
}
