import { focusPane } from "../state/jump.ts";
import { type Commands, hasReport } from "./command.ts";

/** What was found in the report. */
export const CHECK = {
  findings: { label: "校验结果", keys: "F7", can: hasReport, run: () => focusPane("findings") },
} as const satisfies Commands;
