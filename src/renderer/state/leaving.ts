import { call, on } from "../bridge.ts";
import { flushSaves } from "./saving.ts";
import { ui } from "./ui.ts";

let guarded = false;
let answer: ((leave: boolean) => void) | null = null;

/** While it is on, what is on the screen is nowhere else: leaving it is asked about. The result takes the guard away. */
export function guardLeaving(on: boolean): () => void {
  guarded = on;
  return () => {
    guarded = false;
  };
}

/** True when the screen may go: everything typed is saved, and what would be lost the clerk gave up. */
export async function mayLeave(): Promise<boolean> {
  if (guarded && !(await ask("leave"))) return false;
  return (await flushSaves()) || ask("unsaved");
}

/** `leave`: what was answered on the screen would be lost; `unsaved`: the last changes cannot be saved. */
function ask(dialog: "leave" | "unsaved"): Promise<boolean> {
  answer?.(false);
  ui.set({ dialog });
  return new Promise((resolve) => {
    answer = resolve;
  });
}

/** What the clerk says to the question. */
export function answerLeaving(leave: boolean): void {
  ui.set({ dialog: null });
  answer?.(leave);
  answer = null;
}

/** Answers main when the window is to be closed. Called once. */
export function beginLeaving(): void {
  on["window:closing"](() => void close());
}

/** Leaves when everything is saved; otherwise the clerk is told, and decides. */
async function close(): Promise<void> {
  if (guarded) {
    // Main would take a clerk who thinks it over for a window that hangs.
    void decide(false);
    if (!(await ask("leave"))) return;
  }
  if (await flushSaves()) return decide(true);
  void decide(false);
  if (await ask("unsaved")) await decide(true);
}

async function decide(leave: boolean): Promise<void> {
  await call["window:decide"]({ leave });
}
