import { randomUUID } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { type Answer, fail } from "../contract/answer.ts";
import type { SourceRef } from "../contract/calls.ts";
import { MAX_FILE_BYTES } from "../contract/limits.ts";

/** A file in memory: its name without folders, and its bytes. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Kept = { readonly paths: readonly string[] } | { readonly files: readonly SourceFile[] };

/** The files that the window may ask for, by opaque id. Paths stay in here. */
export class Sources {
  readonly #kept = new Map<string, Kept>();
  /** What was read last: what the clerk reviews is what is stored, also when the stick has been pulled out meanwhile. */
  #last: { readonly id: string; readonly files: readonly SourceFile[] } | null = null;

  /** Files chosen in the dialog or named at the start; they are opened only when read. */
  addPaths(paths: readonly string[]): SourceRef {
    return this.#keep(
      { paths },
      paths.map((path) => basename(path)),
    );
  }

  /** Files dropped on the window. */
  addFiles(files: readonly SourceFile[]): SourceRef {
    const named = files.map(({ name, bytes }) => ({ name: basename(name), bytes }));
    return this.#keep(
      { files: named },
      named.map((file) => file.name),
    );
  }

  #keep(kept: Kept, names: readonly string[]): SourceRef {
    const id = randomUUID();
    this.#kept.set(id, kept);
    return { id, name: names.join("、") };
  }

  /** The bytes of a source, or one sentence that says why not. */
  async load(id: string): Promise<Answer<readonly SourceFile[]>> {
    const kept = this.#kept.get(id);
    if (!kept) return fail("unknown-source", "找不到要读的文件，请重新打开。");
    if ("files" in kept) return { ok: true, value: kept.files };
    if (this.#last?.id === id) return { ok: true, value: this.#last.files };
    const files: SourceFile[] = [];
    for (const path of kept.paths) {
      const read = await readLimited(path);
      if (!read.ok) return read;
      files.push({ name: basename(path), bytes: read.value });
    }
    this.#last = { id, files };
    return { ok: true, value: files };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "找不到这个文件，可能已经改名、移走或拔掉了U盘。",
  EACCES: "没有权限读这个文件。请复制到“文档”后再打开。",
  EPERM: "没有权限读这个文件。请复制到“文档”后再打开。",
  EBUSY: "这个文件正被别的程序占用。请在 WPS 或 Word 里关闭它，再打开一次。",
};

const NOT_A_FILE = "这不是一个文件。请选文件夹里面的报告文件。";

/** Reads a file whole, unless it is no plain file or larger than `MAX_FILE_BYTES`. */
async function readLimited(path: string): Promise<Answer<Uint8Array>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return fail("unreadable", NOT_A_FILE);
    const { size } = found;
    if (size > MAX_FILE_BYTES) return fail("too-large", "文件超过 64 MB，不像一份年度报告，没有打开。");
    await using file = await open(path, "r");
    const bytes = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(bytes, filled, size - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return { ok: true, value: bytes.subarray(0, filled) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return fail("unreadable", REASONS[code] ?? "读不出这个文件。请换一个位置再试，比如先复制到桌面。");
  }
}
