import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import type { Snapshot } from "../contract/reports.ts";
import { connect, type Db } from "./open.ts";

/** How many copies are kept; the oldest goes for a new one. */
const MOST = 12;
const NAME = /^年报-\d{8}-\d{6}-\d{3}\.db$/;

/** The checked copies in a folder, the newest first. */
export function listSnapshots(folder: string): Snapshot[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .map((id) => ({ id, at: statSync(join(folder, id)).mtime.toISOString() }));
}

/** Copies a sound database by SQLite's backup, checks the copy, and only then gives it its name. */
export async function takeSnapshot(db: Db, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const part = join(folder, `${process.pid}.part`);
  try {
    await db.backup(part);
    checkCopy(part);
    flush(part);
    renameSync(part, join(folder, nameNow()));
  } finally {
    rmSync(part, { force: true });
  }
  for (const { id } of listSnapshots(folder).slice(MOST)) rmSync(join(folder, id), { force: true });
}

/** Puts a copy in the database's place. What stood there is moved aside with its -wal and -shm, never deleted. */
export function restoreSnapshot(folder: string, id: string, path: string): void {
  const source = join(folder, id);
  if (!NAME.test(id) || !existsSync(source)) throw new Error(`no snapshot ${id}`);
  const part = `${path}.part`;
  copyFileSync(source, part);
  checkCopy(part);
  flush(part);
  const aside = `${path}.坏-${stamp()}`;
  for (const end of ["", "-wal", "-shm"]) if (existsSync(path + end)) renameSync(path + end, aside + end);
  renameSync(part, path);
}

/** Makes the copy one file that stands alone (no -wal, no -shm beside it), and reads all of it. */
function checkCopy(path: string): void {
  const copy = connect(path);
  try {
    copy.pragma("journal_mode = DELETE");
    const found: unknown = copy.pragma("integrity_check(1)", { simple: true });
    if (found !== "ok") throw new Error(`the copy is not sound: ${String(found)}`);
  } finally {
    copy.close();
  }
}

function flush(path: string): void {
  const file = openSync(path, "r+");
  fsyncSync(file);
  closeSync(file);
}

function nameNow(): string {
  return `年报-${stamp()}.db`;
}

/** `20260301-140322-123`, local time. */
function stamp(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  return `${day}-${time}-${String(now.getMilliseconds()).padStart(3, "0")}`;
}
