import { join } from "node:path";
import type { App } from "electron";

/** Where the program's own files lie, the same in the source tree and in a package. */
export interface Folders {
  /** The built window: the only files that `app://` serves. */
  readonly renderer: string;
  readonly preload: string;
  /** The entry of the process that reads a stranger's file. */
  readonly formatsProcess: string;
  readonly forms: string;
  readonly sample: string;
  readonly icon: string;
}

export function foldersOf(app: App): Folders {
  const root = app.getAppPath();
  return {
    renderer: join(root, "out/renderer"),
    preload: join(root, "out/preload/index.cjs"),
    formatsProcess: join(root, "out/main/formats.js"),
    forms: join(root, "resources/forms"),
    sample: join(root, "resources/samples/示范街道2018年报告.json"),
    icon: join(root, "resources/icons/nianbao.png"),
  };
}
