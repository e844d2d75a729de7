import { shown } from "../state/screen.ts";
import type { Pane } from "../state/ui.ts";

/** Something the clerk can have done, from a menu, a button or a key. */
export interface Command {
  readonly label: string;
  /** As printed on the key caps: `Ctrl+O`. */
  readonly keys?: string;
  /** The key counts only while the keyboard is in this pane. */
  readonly pane?: Pane;
  /** Without it the command can always run. */
  readonly can?: () => boolean;
  /** For commands that switch something on and off. */
  readonly on?: () => boolean;
  readonly run: () => void;
}

/** A name for each command, so that buttons can call it. */
export type Commands = Readonly<Record<string, Command>>;

export const hasReport = (): boolean => shown.get().screen.kind === "report";

/** The pane that has the keyboard. */
export function paneNow(): string | undefined {
  return document.activeElement?.closest<HTMLElement>("[data-pane]")?.dataset["pane"];
}
