import { shown } from "../state/screen.ts";

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

/** A name for each command, so that buttons can call it. */
export type Commands = Readonly<Record<string, Command>>;

export const hasReport = (): boolean => shown.get().screen.kind === "report";
