import type { BrowserWindow } from "electron";

/** A page that ends this often within the time below will not stay. */
const MOST = 3;
const WITHIN_MS = 60_000;

/** Loads the page anew when its process has died, until it dies again and again. */
export function reviveOn(
  { webContents }: { readonly webContents: Pick<BrowserWindow["webContents"], "on"> },
  { load, giveUp }: { readonly load: () => void; readonly giveUp: () => void },
): void {
  let deaths: number[] = [];
  webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit") return;
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < WITHIN_MS), now];
    if (deaths.length < MOST) load();
    else giveUp();
  });
}
