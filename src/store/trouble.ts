import type { Trouble } from "../contract/reports.ts";

/** Why the database of a folder could not be opened. */
export class StoreTrouble extends Error {
  readonly trouble: Trouble;
  readonly title: string;
  constructor(trouble: Trouble, { message, ...options }: ErrorOptions & { readonly message?: string } = {}) {
    super(message ?? MESSAGES[trouble], options);
    this.name = "StoreTrouble";
    this.trouble = trouble;
    this.title = TITLES[trouble];
  }
}

const TITLES: Readonly<Record<Trouble, string>> = {
  damaged: "存放报告的文件坏了",
  locked: "存放报告的文件正被占用",
  "read-only": "存放报告的文件夹只能读",
  newer: "存放报告的文件是更新版本写的",
  missing: "找不到存放报告的文件",
  full: "磁盘满了",
  failed: "打不开存放报告的文件",
};

const MESSAGES: Readonly<Record<Trouble, string>> = {
  damaged: "里面的内容读不全，可能是断电或磁盘出了问题。程序没有改动它；可以用备份恢复，坏的文件会另外留着。",
  locked: "可能是另一台电脑或别的程序正在用它。里面的内容没有改动。请关闭别的程序，再试一次。",
  "read-only": "现在写不进去，改动存不下来。里面的内容没有改动。可以复制到别的文件夹接着写，或取消只读再试一次。",
  newer: "里面的内容没有改动。请升级年报通，或打开别的文件夹。",
  missing: "可能改了名、移走了，或U盘没有插。别的文件都没有改动。请插上U盘再试一次，或打开它现在所在的文件夹。",
  full: "写不下新的内容了。以前保存的都还在。请清出一些空间再试一次，或复制到别的磁盘上接着写。",
  failed: "出了意外，里面的内容没有改动。请再试一次，或用备份恢复。",
};

/** What an error of SQLite or of the file system means for the clerk. */
export function troubleOf(error: unknown): StoreTrouble {
  if (error instanceof StoreTrouble) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new StoreTrouble(KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? "failed", { cause: error });
}

const KINDS: readonly (readonly [RegExp, Trouble])[] = [
  [/^SQLITE_(?:CORRUPT|NOTADB)/, "damaged"],
  [/^SQLITE_(?:BUSY|LOCKED|PROTOCOL)|^EBUSY/, "locked"],
  [/^SQLITE_(?:READONLY|PERM|AUTH)|^E(?:ROFS|ACCES|PERM)$/, "read-only"],
  [/^SQLITE_FULL|^(?:ENOSPC|EDQUOT)$/, "full"],
  [/^SQLITE_CANTOPEN|^ENOENT$/, "read-only"],
];

/** Why something else than a save was not done. */
export function refusalSentence(error: unknown): string {
  const { title, message } = troubleOf(error);
  return `${title}：${message}`;
}

/** Why a save failed, by the same kinds. What was typed is still in the window, and is tried again. */
export function savingSentence(error: unknown): string {
  return SAVING[troubleOf(error).trouble];
}

const SAVING: Readonly<Record<Trouble, string>> = {
  damaged: "存放报告的文件坏了，刚才的改动还在窗口里。请先导出一份，再回到全部报告，用备份恢复。",
  locked: "文件正被占用，刚才的改动还在窗口里。请关闭别的程序，会自动再保存。",
  "read-only": "文件夹只能读，刚才的改动还在窗口里。请取消只读，会自动再保存。",
  newer: "存放报告的文件是更新版本写的，刚才的改动还在窗口里。请先导出一份，再升级年报通。",
  missing: "存放报告的文件不见了，刚才的改动还在窗口里。请放回原处或插上U盘，会自动再保存。",
  full: "磁盘满了，刚才的改动还在窗口里。请清出一些空间，会自动再保存。",
  failed: "写不进存放报告的文件，刚才的改动还在窗口里。会自动再保存；一直不行请先导出一份。",
};
