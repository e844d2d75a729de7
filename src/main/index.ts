import { readFileSync } from "node:fs";
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, shell } from "electron";
import type { EventPayload } from "../contract/calls.ts";
import type { Event } from "../contract/channels.ts";
import { LIMITS, memoryFrom, runApart } from "./apart.ts";
import { filesNamed, sampleNamed } from "./arguments.ts";
import { registerScheme, serveAssets } from "./assets.ts";
import { guardClosing } from "./closing.ts";
import { chooseFolder, choosePaths, insistOnClosing } from "./dialogs.ts";
import { foldersOf } from "./folders.ts";
import { forkApart } from "./fork.ts";
import { readForms } from "./forms.ts";
import { guardApp } from "./guards.ts";
import { makeHandlers } from "./handlers/index.ts";
import { serveCalls } from "./ipc.ts";
import { rememberOpen } from "./last-open.ts";
import { reviveOn } from "./revive.ts";
import { openSettings, type SettingsFile } from "./settings.ts";
import { Sources } from "./sources.ts";
import { type StoreClient, startStore } from "./store-client.ts";
import { appendSwitches, refuseDevelopment } from "./switches.ts";
import { colourFrame, isFromWindow, loadPage, makeWindow, onPlaceChanged } from "./window.ts";

/** How long the page may take to save before the clerk is asked whether to wait. */
const CLOSING_PATIENCE_MS = 5_000;

const named = filesNamed(process.argv, app.isPackaged, process.cwd());
if (app.requestSingleInstanceLock({ files: named })) start();
else app.quit();

function start(): void {
  refuseDevelopment(app);
  appendSwitches(app);
  registerScheme(protocol);
  guardApp(app);
  const sources = new Sources();
  app.on("second-instance", (_event, _argv, _cwd, data) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    const files = filesOf(data);
    if (files.length > 0) tell(window, "source:offered", sources.addPaths(files));
  });
  app.on("window-all-closed", () => app.quit());
  app
    .whenReady()
    .then(() => open(sources))
    .catch((error: unknown) => {
      dialog.showErrorBox("年报通没有打开", `程序文件不完整，请重新安装。您的报告没有改动。\n\n${String(error)}`);
      app.exit(1);
    });
}

/**
 * Opens the window. Nothing is waited for: files are read at once, and the page's process and the store's come up side
 * by side while main still reads. All in one turn, so that no call of the page comes before it is served.
 */
function open(sources: Sources): Promise<void> {
  // The window draws its own menu; this removes Electron's, with its reload and developer tools.
  Menu.setApplicationMenu(null);
  const folders = foldersOf(app);
  serveAssets(protocol, folders.renderer);
  const settings = openSettings(folders.settings);
  const window = makeWindow(folders, settings.get().place);
  const shown = loadPage(window);
  const store = openStore(folders.storeProcess, settings, folders.data);
  const forms = readForms(folders.forms);
  for (const line of forms.refused) console.error(`表式文件不能用，已跳过：${line}`);
  const preset: unknown = JSON.parse(readFileSync(folders.preset, "utf8"));
  onPlaceChanged(window, (place) => void settings.set({ place }));
  const closing = guardClosing(window, {
    ask: () => tell(window, "window:closing", null),
    insist: () => insistOnClosing(window),
    patience: CLOSING_PATIENCE_MS,
  });
  const handlers = makeHandlers({
    version: app.getVersion(),
    forms: forms.files,
    preset,
    sources,
    store,
    settings,
    first: named.length > 0 ? sources.addPaths(named) : null,
    sample: sampleNamed(process.argv),
    samplePath: folders.sample,
    lastOpen: rememberOpen(settings),
    choosePaths: () => choosePaths(window),
    chooseFolder: (title, button) => chooseFolder(window, title, button),
    chooseExportFolder: (from) => chooseFolder(window, "导出到哪个文件夹", "导出到这里", from),
    tellExport: (payload) => tell(window, "export:progress", payload),
    showFile: (path) => shell.showItemInFolder(path),
    apart: (task, signal, progress) =>
      runApart(task, {
        fork: () => forkApart(folders.formatsProcess, "nianbao-formats"),
        memoryOf: memoryFrom(app),
        limits: LIMITS,
        signal,
        progress,
      }),
    tellProgress: (payload) => tell(window, "source:progress", payload),
    say: (line) => console.log(line),
    pageReady: closing.arm,
    paste: () => window.webContents.paste(),
    colourFrame: (dark) => colourFrame(window, dark),
    closeWindow: () => window.close(),
    decideClosing: closing.decide,
  });
  serveCalls(ipcMain, handlers, (event) => isFromWindow(window, event));
  reviveOn(window, {
    load: () => void loadPage(window),
    giveUp: () => {
      dialog.showErrorBox("年报通出了意外", "窗口一再出错，已经保存的报告都还在。请重新打开年报通。");
      app.quit();
    },
  });
  return shown;
}

/** Starts the process with the database; the program ends only after that is closed. */
function openStore(entry: string, settings: SettingsFile, usual: string): StoreClient {
  const { folder, begun } = settings.get();
  // A development runtime names a binary of its own for the database.
  const binding = process.env["NIANBAO_SQLITE_BINDING"];
  const more = binding === undefined ? {} : { NIANBAO_SQLITE_BINDING: binding };
  const store = startStore({
    fork: () => forkApart(entry, "nianbao-store", more),
    folder: folder ?? usual,
    expected: begun,
    opened: (used) => void settings.set({ folder: used === usual ? null : used, begun: true }),
  });
  store.begin();
  let closed = false;
  app.on("will-quit", (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    void Promise.allSettled([store.close(), settings.set({ open: null })]).then(() => app.quit());
  });
  return store;
}

function tell<E extends Event>(window: BrowserWindow, event: E, payload: EventPayload[E]): void {
  if (!window.isDestroyed()) window.webContents.send(event, payload);
}

/** The files that the second start passed on; it is our own program, but any program may start it. */
function filesOf(data: unknown): string[] {
  const files = typeof data === "object" && data !== null && "files" in data ? data.files : null;
  return Array.isArray(files) ? files.filter((file): file is string => typeof file === "string") : [];
}
