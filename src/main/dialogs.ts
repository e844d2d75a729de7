import { type BrowserWindow, dialog } from "electron";

/** Endings to choose from; what a file is, its bytes say, and every file may be chosen. */
const READABLE = "docx doc wps docm rtf odt htm html mht mhtml xml xlsx xls et csv txt pdf json".split(" ");

/** Files to be read; empty when the clerk changed their mind. */
export async function choosePaths(window: BrowserWindow): Promise<readonly string[]> {
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
}

/** A folder, also one made on the spot; `null` when the clerk changed their mind. `from` is where to begin. */
export async function chooseFolder(
  window: BrowserWindow,
  title: string,
  buttonLabel: string,
  from: string | null = null,
): Promise<string | null> {
  const chosen = await dialog.showOpenDialog(window, {
    title,
    buttonLabel,
    ...(from === null ? {} : { defaultPath: from }),
    properties: ["openDirectory", "createDirectory"],
  });
  return chosen.filePaths[0] ?? null;
}

/** The page does not answer while the window is to be closed: `true` closes all the same. */
export async function insistOnClosing(window: BrowserWindow): Promise<boolean> {
  if (window.isDestroyed()) return false;
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    title: "年报通",
    message: "窗口没有回应，最后一秒的改动可能还没有保存。",
    detail: "以前保存的都还在。可以再等一等；现在关闭，只会丢掉还没有保存的改动。",
    buttons: ["再等一等", "仍要关闭"],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
