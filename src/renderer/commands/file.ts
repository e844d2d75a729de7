import { call } from "../bridge.ts";
import { chooseAndOpen, goBack } from "../state/actions.ts";
import { flash } from "../state/jump.ts";
import { flushSaves } from "../state/saving.ts";
import { readyShelf, shown, storedReport } from "../state/screen.ts";
import { goHome, openSample } from "../state/shelf.ts";
import { ui } from "../state/ui.ts";
import { type Commands, hasReport } from "./command.ts";

/** Reports as a whole: begin, open, keep, write out, leave. */
export const FILE = {
  lastYear: { label: "从去年的文件开始…", keys: "Ctrl+I", run: () => void chooseAndOpen("next-year") },
  open: { label: "打开…", keys: "Ctrl+O", run: () => void chooseAndOpen("look") },
  blank: { label: "新建报告…", keys: "Ctrl+N", run: () => ui.set({ dialog: "new" }) },
  sample: { label: "打开示例报告", run: () => void openSample() },
  details: { label: "报告信息…", can: () => storedReport() !== null, run: () => ui.set({ dialog: "details" }) },
  office: { label: "单位信息…", can: () => readyShelf() !== null, run: () => ui.set({ dialog: "office" }) },
  /** Everything is saved by itself; the habit of pressing these keys is answered all the same. */
  save: { label: "立即保存", keys: "Ctrl+S", can: () => storedReport() !== null, run: () => void saveNow() },
  version: {
    label: "保存版本…",
    keys: "Ctrl+Shift+S",
    can: () => storedReport() !== null,
    run: () => ui.set({ dialog: "version" }),
  },
  export: { label: "导出…", keys: "Ctrl+E", can: hasReport, run: () => ui.set({ dialog: "export" }) },
  home: { label: "全部报告", run: () => void goHome() },
  close: { label: "关闭报告", keys: "Ctrl+W", can: () => shown.get().screen.kind !== "home", run: goBack },
  quit: { label: "退出", keys: "Alt+F4", run: () => void call["window:close"](undefined) },
} as const satisfies Commands;

async function saveNow(): Promise<void> {
  await flushSaves();
  flash(document.querySelector("[data-save]"));
}
