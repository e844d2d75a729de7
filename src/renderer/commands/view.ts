import { systemIsDark } from "../shell/theme.ts";
import { cyclePane } from "../state/jump.ts";
import { ui } from "../state/ui.ts";
import { currentZoom, stepZoom } from "../view/zoom.ts";
import { type Commands, hasReport } from "./command.ts";

const zoomBy = (step: 1 | -1) => () => ui.set({ zoom: stepZoom(currentZoom(), step) });

/** How the window looks. */
export const VIEW = {
  zoomIn: { label: "放大正文", keys: "Ctrl++", can: hasReport, run: zoomBy(1) },
  zoomOut: { label: "缩小正文", keys: "Ctrl+-", can: hasReport, run: zoomBy(-1) },
  zoomFit: { label: "正文适合窗口", keys: "Ctrl+0", can: hasReport, run: () => ui.set({ zoom: null }) },
  nextPane: { label: "下一个面板", keys: "F6", can: hasReport, run: () => cyclePane(1) },
  previousPane: { label: "上一个面板", keys: "Shift+F6", can: hasReport, run: () => cyclePane(-1) },
  contrast: {
    label: "高对比",
    on: isDark,
    run: () => ui.set({ contrast: systemIsDark() === !isDark() ? null : isDark() ? "off" : "on" }),
  },
} as const satisfies Commands;

function isDark(): boolean {
  return document.documentElement.dataset["theme"] === "contrast";
}
