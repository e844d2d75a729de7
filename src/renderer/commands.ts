import { call } from "./bridge.ts";
import { chooseAndOpen, goBack } from "./state/actions.ts";
import { history } from "./state/editing.ts";
import { cyclePane, focusPane } from "./state/jump.ts";
import { shown, storedReport } from "./state/screen.ts";
import { createBlank, goHome, openSample } from "./state/shelf.ts";
import { ui } from "./state/ui.ts";
import { viewOf } from "./view/view.ts";
import { currentZoom, stepZoom } from "./view/zoom.ts";

/** Something the clerk can have done, from a menu, a button or a key. */
export interface Command {
  readonly label: string;
  /** As printed on the key caps: `Ctrl+O`. */
  readonly keys?: string;
  /** Without it the command can always run. */
  readonly can?: () => boolean;
  /** For commands that switch something on and off. */
  readonly on?: () => boolean;
  readonly run: () => void;
}

const hasReport = () => shown.get().screen.kind === "report";

function foldAll(fold: boolean): void {
  const { screen } = shown.get();
  if (screen.kind !== "report") return;
  const rows = viewOf(screen.report, screen.form).grid?.rows ?? [];
  ui.set({ folded: new Set(fold ? rows.filter((row) => row.parts > 0).map((row) => row.id) : []) });
}

/** Selects the text of the pane that has the keyboard, not of the whole window. */
function selectAll(): void {
  const pane = document.activeElement?.closest("[data-pane]") ?? document.querySelector('[data-pane="paper"]');
  const text = pane?.querySelector("[data-text]") ?? pane;
  if (text) document.getSelection()?.selectAllChildren(text);
}

export const COMMANDS = {
  lastYear: { label: "从去年的文件开始…", keys: "Ctrl+I", run: () => void chooseAndOpen("next-year") },
  open: { label: "打开…", keys: "Ctrl+O", run: () => void chooseAndOpen("look") },
  blank: { label: "新建空白报告", run: () => void createBlank() },
  version: {
    label: "保存版本…",
    keys: "Ctrl+S",
    can: () => storedReport() !== null,
    run: () => ui.set({ dialog: "version" }),
  },
  export: { label: "导出…", keys: "Ctrl+E", can: hasReport, run: () => ui.set({ dialog: "export" }) },
  sample: { label: "打开示例报告", run: () => void openSample() },
  home: { label: "全部报告", run: () => void goHome() },
  close: { label: "关闭报告", keys: "Ctrl+W", can: () => shown.get().screen.kind !== "home", run: goBack },
  quit: { label: "退出", keys: "Alt+F4", run: () => void call["window:close"](undefined) },
  undo: { label: "撤销", keys: "Ctrl+Z", can: () => history.state.get().canUndo, run: () => void history.undo() },
  redo: { label: "重做", keys: "Ctrl+Y", can: () => history.state.get().canRedo, run: () => void history.redo() },
  copy: { label: "复制", keys: "Ctrl+C", run: () => void document.execCommand("copy") },
  selectAll: { label: "全选正文", keys: "Ctrl+A", can: hasReport, run: selectAll },
  zoomIn: {
    label: "放大正文",
    keys: "Ctrl++",
    can: hasReport,
    run: () => ui.set({ zoom: stepZoom(currentZoom(), 1) }),
  },
  zoomOut: {
    label: "缩小正文",
    keys: "Ctrl+-",
    can: hasReport,
    run: () => ui.set({ zoom: stepZoom(currentZoom(), -1) }),
  },
  zoomFit: { label: "正文适合窗口", keys: "Ctrl+0", can: hasReport, run: () => ui.set({ zoom: null }) },
  fold: { label: "统计表全部收起", can: hasReport, run: () => foldAll(true) },
  unfold: { label: "统计表全部展开", can: hasReport, run: () => foldAll(false) },
  problems: {
    label: "统计表只看有问题的",
    can: hasReport,
    on: () => ui.get().onlyProblems,
    run: () => ui.set({ onlyProblems: !ui.get().onlyProblems }),
  },
  findings: { label: "校验结果", keys: "F7", can: hasReport, run: () => focusPane("findings") },
  contrast: {
    label: "高对比",
    on: () => ui.get().contrast ?? document.documentElement.dataset["theme"] === "contrast",
    run: () => ui.set({ contrast: document.documentElement.dataset["theme"] !== "contrast" }),
  },
  nextPane: { label: "下一个面板", keys: "F6", can: hasReport, run: () => cyclePane(1) },
  previousPane: { label: "上一个面板", keys: "Shift+F6", can: hasReport, run: () => cyclePane(-1) },
  explain: {
    label: "指标说明",
    keys: "F1",
    can: () => hasReport() && ui.get().selection !== null,
    run: () => ui.set({ explaining: !ui.get().explaining, pane: "grid" }),
  },
  keys: { label: "全部快捷键", keys: "Ctrl+/", run: () => ui.set({ dialog: "keys" }) },
  about: { label: "关于年报通", run: () => ui.set({ dialog: "about" }) },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof COMMANDS;

export interface Menu {
  readonly label: string;
  /** `null` is a line between groups. */
  readonly items: readonly (CommandName | null)[];
}

export const MENUS: readonly Menu[] = [
  {
    label: "文件",
    items: ["lastYear", "open", "blank", "sample", null, "version", "export", null, "close", null, "quit"],
  },
  { label: "编辑", items: ["undo", "redo", null, "copy", "selectAll"] },
  {
    label: "视图",
    items: [
      "zoomIn",
      "zoomOut",
      "zoomFit",
      null,
      "fold",
      "unfold",
      "problems",
      null,
      "findings",
      "nextPane",
      "previousPane",
      null,
      "contrast",
    ],
  },
  { label: "帮助", items: ["explain", "keys", null, "about"] },
];

/** The way a key press is written in `keys`. */
function keyName(event: KeyboardEvent): string {
  const key = event.key === "=" && event.ctrlKey ? "+" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return `${event.ctrlKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${event.shiftKey && key.length > 1 ? "Shift+" : ""}${key}`;
}

/** Keys that the browser, the system or a pane answers by itself. */
const LEFT_ALONE: ReadonlySet<string> = new Set(["copy", "quit"]);

/** Runs the command of a key press; `true` when there was one. An open composition is never disturbed. */
export function runKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return false;
  const pressed = keyName(event);
  for (const [name, command] of Object.entries<Command>(COMMANDS)) {
    if (command.keys !== pressed || LEFT_ALONE.has(name)) continue;
    if (command.can?.() === false) return false;
    command.run();
    return true;
  }
  return false;
}
