import { goToStale, keepStale, rewriteStale, staleCount, staleHere } from "../editor/stale-actions.ts";
import { focusPane } from "../state/jump.ts";
import type { Commands } from "./command.ts";

/** What was carried over from last year and is still to be looked at. */
export const STALE = {
  next: { label: "下一处待更新", keys: "F8", can: () => staleCount() > 0, run: () => show(1) },
  previous: { label: "上一处待更新", keys: "Shift+F8", can: () => staleCount() > 0, run: () => show(-1) },
  rewrite: { label: "改写这一处", keys: "Alt+F8", can: () => staleHere() !== null, run: () => rewriteStale() },
  keep: { label: "这一处保留不变", keys: "Ctrl+F8", can: () => staleHere() !== null, run: keepStale },
} as const satisfies Commands;

function show(step: 1 | -1): void {
  focusPane("paper");
  goToStale(step);
}
