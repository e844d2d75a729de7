import { answerKind } from "../../core/checks/reasons.ts";
import { answering, currentNotice, goToNext, mendNotice } from "../state/findings.ts";
import { focusPane } from "../state/jump.ts";
import { storedReport } from "../state/screen.ts";
import { ui } from "../state/ui.ts";
import { mendFor } from "../view/mends.ts";
import type { Notice } from "../view/notices.ts";
import { type Commands, hasReport } from "./command.ts";

/** What was found in the report. */
export const CHECK = {
  nextFinding: { label: "下一条校验结果", keys: "F7", can: hasReport, run: () => goToNext(1) },
  previousFinding: { label: "上一条校验结果", keys: "Shift+F7", can: hasReport, run: () => goToNext(-1) },
  findings: { label: "校验结果", keys: "Ctrl+F7", can: hasReport, run: () => focusPane("findings") },
  mend: { label: "照提示改好这一条", keys: "Alt+Enter", can: canMend, run: () => withCurrent(mendNotice) },
  answer: { label: "写明理由或忽略…", can: canAnswer, run: () => withCurrent(answering) },
  record: { label: "校验记录…", can: hasReport, run: () => ui.set({ dialog: "record" }) },
} as const satisfies Commands;

function withCurrent(act: (notice: Notice) => void): void {
  const notice = currentNotice();
  if (notice) act(notice);
}

function canMend(): boolean {
  const screen = storedReport();
  const notice = currentNotice();
  return screen !== null && notice !== null && mendFor(notice, screen.report, screen.form) !== null;
}

function canAnswer(): boolean {
  const { finding = null, reason = null } = currentNotice() ?? {};
  return storedReport() !== null && finding !== null && reason === null && answerKind(finding) !== null;
}
