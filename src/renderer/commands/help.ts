import { ui } from "../state/ui.ts";
import type { Commands } from "./command.ts";

export const HELP = {
  keys: { label: "全部快捷键", keys: "Ctrl+/", run: () => ui.set({ dialog: "keys" }) },
  about: { label: "关于年报通", run: () => ui.set({ dialog: "about" }) },
} as const satisfies Commands;
