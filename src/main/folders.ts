import { join } from "node:path";
import type { App } from "electron";

/** Where the program's own files lie, the same in the source tree and in a package. */
export interface Folders {
  /** The built window: the only files that `app://` serves. */
  readonly renderer: string;
  readonly preload: string;
  /** The entry of the process that reads a stranger's file. */
  readonly formatsProcess: string;
  /** The entry of the process that holds the database. */
  readonly storeProcess: string;
  readonly forms: string;
  /** The look of the Word files. */
  readonly preset: string;
  readonly sample: string;
  readonly icon: string;
  /** Where the reports lie unless the clerk chose another folder. */
  readonly data: string;
  readonly settings: string;
}

export function foldersOf(app: App): Folders {
  const root = app.getAppPath();
  return {
    renderer: join(root, "out/renderer"),
    preload: join(root, "out/preload/index.cjs"),
    formatsProcess: join(root, "out/main/formats.js"),
    storeProcess: join(root, "out/main/store.js"),
    preset: join(root, "resources/presets/guobiao.json"),
    forms: join(root, "resources/forms"),
    sample: join(root, "resources/samples/示范街道2018年报告.json"),
    icon: join(root, "resources/icons/nianbao.png"),
    data: join(app.getPath("userData"), "年报"),
    settings: join(app.getPath("userData"), "settings.json"),
  };
}
