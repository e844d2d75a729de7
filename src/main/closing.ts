import type { BrowserWindow } from "electron";

/** What closing needs of the program around it. */
export interface ClosingOptions {
  /** Asks the page to save. */
  readonly ask: () => void;
  /** The page does not answer: waits on (`false`), or closes all the same. */
  readonly insist: () => Promise<boolean>;
  /** Milliseconds until the page counts as not answering. */
  readonly patience: number;
}

export interface Closing {
  /** The page is there and can be asked. */
  readonly arm: () => void;
  /** The page's answer: everything is saved and the window may go, or the clerk stays. */
  readonly decide: (leave: boolean) => void;
}

/** The window goes only when its page has saved, or is beyond asking. */
export function guardClosing(
  window: Pick<BrowserWindow, "on" | "close" | "isDestroyed"> & {
    readonly webContents: Pick<BrowserWindow["webContents"], "on">;
  },
  { ask, insist, patience }: ClosingOptions,
): Closing {
  let armed = false;
  let leaving = false;
  let timer: NodeJS.Timeout | undefined;

  const leave = () => {
    leaving = true;
    if (!window.isDestroyed()) window.close();
  };
  const wait = () => {
    timer = setTimeout(async () => {
      timer = undefined;
      if (await insist()) leave();
    }, patience);
  };
  window.on("close", (event) => {
    if (leaving || !armed) return;
    event.preventDefault();
    if (timer) return;
    ask();
    wait();
  });
  // A page that has crashed holds nothing more to save: what it had was saved within a second.
  window.webContents.on("render-process-gone", () => {
    armed = false;
  });
  return {
    arm: () => {
      armed = true;
    },
    decide: (yes) => {
      clearTimeout(timer);
      timer = undefined;
      if (yes) leave();
    },
  };
}
