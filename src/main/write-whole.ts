import { access, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Answer, fail } from "../contract/answer.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "磁盘已经满了，没有写成。请清出一些空间，或换一个文件夹。",
  EROFS: "这个文件夹只能读，没有写成。请换一个文件夹。",
  EACCES: "没有权限写这个文件夹，没有写成。请换一个文件夹，比如“文档”。",
  EPERM: "没有权限写这个文件夹，没有写成。请换一个文件夹，比如“文档”。",
  ENOENT: "这个文件夹不见了，可能已经移走或拔掉了U盘，没有写成。请重新选一个文件夹。",
  EBUSY: "同名的文件正被别的程序占用，没有写成。请在 WPS 或 Word 里关闭它，再导出一次。",
};

/** Under a final name there is only ever a whole file: written beside it, flushed, then renamed. */
export async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const part = `${target}.${process.pid}.part`;
  try {
    const file = await open(part, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/**
 * Writes a file into the folder. Where the name is taken it gets a number, so that nothing is overwritten, unless
 * the old file is to be replaced.
 *
 * @returns the name that it got
 */
export async function writeInto(
  folder: string,
  name: string,
  ending: string,
  bytes: Uint8Array,
  replace: boolean,
): Promise<Answer<string>> {
  try {
    const given = replace ? `${name}.${ending}` : await freeName(folder, name, ending);
    await writeWhole(join(folder, given), bytes);
    return { ok: true, value: given };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // Windows says of a file that Word has open that it may not be replaced.
    const reason = REASONS[replace && (await exists(folder, `${name}.${ending}`)) && code === "EPERM" ? "EBUSY" : code];
    return fail("unwritable", reason ?? "文件没有写成，报告没有改动。请换一个文件夹再试。");
  }
}

async function freeName(folder: string, name: string, ending: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? `${name}.${ending}` : `${name}（${n}）.${ending}`;
    if (!(await exists(folder, candidate))) return candidate;
  }
}

/** Whether something of that name lies in the folder; what cannot be looked at counts as being there. */
export async function exists(folder: string, name: string): Promise<boolean> {
  try {
    await access(join(folder, name));
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ENOENT");
  }
}
