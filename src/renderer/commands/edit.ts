import { call } from "../bridge.ts";
import type { Pasting } from "../editor/clipboard.ts";
import { withEditor } from "../editor/open-editor.ts";
import { editing } from "../editor/state.ts";
import { history } from "../state/editing.ts";
import { storedReport } from "../state/screen.ts";
import { type Commands, hasReport, paneNow } from "./command.ts";

const canChange = () => storedReport() !== null;

/** What every program has under this name. */
export const EDIT = {
  undo: { label: "撤销", keys: "Ctrl+Z", can: () => history.state.get().canUndo, run: () => void history.undo() },
  redo: { label: "重做", keys: "Ctrl+Y", can: () => history.state.get().canRedo, run: () => void history.redo() },
  cut: { label: "剪切", keys: "Ctrl+X", can: canChange, run: () => void document.execCommand("cut") },
  copy: { label: "复制", keys: "Ctrl+C", run: () => void document.execCommand("copy") },
  paste: { label: "粘贴", keys: "Ctrl+V", can: canChange, run: () => paste("looks") },
  pasteText: { label: "只粘贴文字", keys: "Ctrl+Shift+V", can: canChange, run: () => paste("words") },
  selectAll: { label: "全选正文", keys: "Ctrl+A", can: hasReport, run: selectAll },
} as const satisfies Commands;

/** Into what has the keyboard. Only the text knows looks. */
function paste(how: Pasting): void {
  withEditor(({ editor }) => editing.set({ pasting: editor.view.hasFocus() ? how : null }));
  void call["edit:paste"](undefined);
}

/** Selects the text of the pane that has the keyboard, not of the whole window. */
function selectAll(): void {
  if (paneNow() === "paper" && withEditor(({ editor }) => editor.commands.selectAll())) return;
  const pane = document.activeElement?.closest("[data-pane]") ?? document.querySelector('[data-pane="paper"]');
  const text = pane?.querySelector("[data-text]") ?? pane;
  if (text) document.getSelection()?.selectAllChildren(text);
}
