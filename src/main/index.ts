import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, utilityProcess } from "electron";
import type { EventPayload } from "../contract/calls.ts";
import type { Event } from "../contract/channels.ts";
import { filesNamed } from "./arguments.ts";
import { registerScheme, serveAssets } from "./assets.ts";
import { foldersOf } from "./folders.ts";
import { readForms } from "./forms.ts";
import { guardContents, guardSession } from "./guards.ts";
import { makeHandlers } from "./handlers.ts";
import { serveCalls } from "./ipc.ts";
import { LIMITS, memoryFrom, readApart } from "./read-apart.ts";
import { Sources } from "./sources.ts";
import { appendSwitches } from "./switches.ts";
import { isFromWindow, loadPage, makeWindow } from "./window.ts";

const READABLE = ["docx", "xlsx", "txt", "json"];

const named = filesNamed(process.argv, app.isPackaged, process.cwd());
if (app.requestSingleInstanceLock({ files: named })) start();
else app.quit();

function start(): void {
  appendSwitches(app);
  registerScheme(protocol);
  guardContents(app);
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

async function open(sources: Sources): Promise<void> {
  // The window draws its own menu; this removes Electron's, with its reload and developer tools.
  Menu.setApplicationMenu(null);
  const folders = foldersOf(app);
  await guardSession(session.defaultSession);
  await serveAssets(protocol, folders.renderer);
  const forms = await readForms(folders.forms);
  for (const line of forms.refused) console.error(`表式文件不能用，已跳过：${line}`);
  const window = makeWindow(folders);
  const handlers = makeHandlers({
    version: app.getVersion(),
    forms: forms.files,
    sources,
    first: sources.addPaths(named.length > 0 ? named : [folders.sample]),
    samplePath: folders.sample,
    choosePaths: async () => {
      const chosen = await dialog.showOpenDialog(window, {
        title: "打开报告",
        buttonLabel: "打开",
        properties: ["openFile", "multiSelections"],
        filters: [
          { name: "报告文件", extensions: READABLE },
          { name: "所有文件", extensions: ["*"] },
        ],
      });
      return chosen.filePaths;
    },
    read: (request, signal) =>
      readApart(request, {
        fork: () => utilityProcess.fork(folders.formatsProcess, [], { serviceName: "nianbao-formats", env: {} }),
        memoryOf: memoryFrom(app),
        limits: LIMITS,
        signal,
      }),
    say: (line) => console.log(line),
    closeWindow: () => window.close(),
  });
  serveCalls(ipcMain, handlers, (event) => isFromWindow(window, event));
  await loadPage(window);
}

function tell<E extends Event>(window: BrowserWindow, event: E, payload: EventPayload[E]): void {
  window.webContents.send(event, payload);
}

/** The files that the second start passed on; it is our own program, but any program may start it. */
function filesOf(data: unknown): string[] {
  const files = typeof data === "object" && data !== null && "files" in data ? data.files : null;
  return Array.isArray(files) ? files.filter((file): file is string => typeof file === "string") : [];
}
