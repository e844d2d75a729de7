import { UnreadableFile } from "../formats/unreadable.ts";

/** Ends a verb: one line on stderr, and the exit code. */
export class Failure extends Error {
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2 = 2) {
    super(message);
    this.name = "Failure";
    this.exitCode = exitCode;
  }
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: "找不到这个文件或文件夹，请核对路径",
  EISDIR: "这是文件夹，不是文件",
  ENOTDIR: "路径中间有一段不是文件夹，请核对路径",
  EACCES: "没有权限，请核对文件的权限",
  EPERM: "系统不允许，请核对文件的权限",
  EBUSY: "文件正被别的程序占用，请关闭后再试",
  ENOSPC: "磁盘已满，没有写成，请腾出空间后再试",
  EROFS: "磁盘是只读的，没有写成，请换一个位置",
  EMFILE: "打开的文件太多，请关闭一些程序后再试",
  ENAMETOOLONG: "文件名太长",
};

/** Any error as one Chinese sentence, with no stack. */
export function sentenceOf(error: unknown): string {
  if (error instanceof UnreadableFile || error instanceof Failure) return error.message;
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return (
    SYSTEM[code] ??
    `程序出错，没有完成（${error instanceof Error ? error.message.split("\n")[0] : String(error)}）。原文件没有改动`
  );
}
