import { BrowserWindow, type IpcMainInvokeEvent, nativeTheme, screen } from "electron";
import { ORIGIN } from "./assets.ts";
import type { Folders } from "./folders.ts";
import { isOwn } from "./guards.ts";
import { fitPlace, type Place, SMALLEST } from "./place.ts";

/** The ground and the signs of the system's window buttons; the same as the title bar's tokens. */
const FRAME = { color: "#e6e8ea", symbolColor: "#474e57", height: 31 };
const FRAME_CONTRAST = { color: "#000000", symbolColor: "#ffffff", height: 31 };

/** Colours the system's buttons to the page's theme. */
export function colourFrame(window: BrowserWindow, dark: boolean): void {
  window.setTitleBarOverlay(dark ? FRAME_CONTRAST : FRAME);
}

/** Makes the one window where it stood last. Its page has no Node, no way out, and no reach beyond the preload's functions. */
export function makeWindow(folders: Folders, place: Place | null): BrowserWindow {
  const first = screen.getPrimaryDisplay().workArea;
  const others = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...fitPlace(place, [first, ...others]),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: "年报通",
    icon: folders.icon,
    backgroundColor: "#f2f3f4",
    titleBarStyle: "hidden",
    titleBarOverlay: nativeTheme.shouldUseHighContrastColors ? FRAME_CONTRAST : FRAME,
    webPreferences: {
      preload: folders.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      v8CacheOptions: "bypassHeatCheckAndEagerCompile",
      // The page's own file dialogs and handles: files come through main's dialogs, or dropped as bytes.
      disableBlinkFeatures: "FileSystemAccessLocal",
    },
  });
  window.once("ready-to-show", () => {
    if (place?.maximized) window.maximize();
    window.show();
  });
  return window;
}

/** Loads the page; resolves when it is there. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(`${ORIGIN}/index.html`);
}

/** True for calls from the main frame of this window while it shows our own page. */
export function isFromWindow(window: BrowserWindow, { senderFrame }: Pick<IpcMainInvokeEvent, "senderFrame">): boolean {
  return (
    senderFrame !== null &&
    !window.isDestroyed() &&
    senderFrame === window.webContents.mainFrame &&
    isOwn(senderFrame.url)
  );
}

/** Calls back with the window's place whenever the clerk has moved it or changed its size. */
export function onPlaceChanged(window: BrowserWindow, keep: (place: Place) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    clearTimeout(timer);
    if (!window.isDestroyed() && !window.isMinimized() && !window.isFullScreen()) {
      keep({ ...window.getNormalBounds(), maximized: window.isMaximized() });
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, 500);
  };
  window.on("move", soon);
  window.on("resize", soon);
  window.on("maximize", soon);
  window.on("unmaximize", soon);
  window.on("close", tell);
}
