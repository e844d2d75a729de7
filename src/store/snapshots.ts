import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Snapshot } from "../contract/reports.ts";
import { moveAside } from "./aside.ts";
import { connect, type Db } from "./connect.ts";
import { outdated } from "./rotation.ts";
import { stamp, stampedAt } from "./stamp.ts";

const NAME = /^年报-(.+)\.db$/;

/** The checked copies in a folder, the newest first. */
export function listSnapshots(folder: string): Snapshot[] {
  return copiesIn(folder)
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ id, at }) => ({ id, at: at.toISOString() }));
}

/** Copies a sound database by SQLite's backup, checks the copy, and only then gives it its name. */
export async function takeSnapshot(db: Db, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const part = join(folder, `${process.pid}.part`);
  try {
    await db.backup(part);
    checkCopy(part);
    flush(part);
    renameSync(part, join(folder, `年报-${stamp(new Date())}.db`));
    flushFolder(folder);
  } finally {
    rmSync(part, { force: true });
  }
  for (const { id } of outdated(copiesIn(folder))) rmSync(join(folder, id), { force: true });
}

/** Puts a copy in the database's place. What stood there is moved aside with its -wal and -shm, never deleted. */
export function restoreSnapshot(folder: string, id: string, path: string): void {
  if (momentOf(id) === null) throw new Error(`no snapshot ${id}`);
  putInPlace(join(folder, id), path);
}

/** Copies a database that nobody has open, with what its -wal holds, checks the copy, and only then gives it its name. */
export function putInPlace(source: string, path: string): void {
  const part = `${path}.part`;
  for (const end of ["", "-wal"]) {
    rmSync(part + end, { force: true });
    if (end !== "" && !existsSync(source + end)) continue;
    copyFileSync(source + end, part + end);
    // A copy of what may only be read may only be read, too.
    chmodSync(part + end, 0o600);
  }
  checkCopy(part);
  flush(part);
  moveAside(path);
  renameSync(part, path);
  flushFolder(dirname(path));
}

function copiesIn(folder: string): { readonly id: string; readonly at: Date }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((id) => {
    const at = momentOf(id);
    return at ? [{ id, at }] : [];
  });
}

function momentOf(id: string): Date | null {
  return stampedAt(NAME.exec(id)?.[1] ?? "");
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

/** A new name lies on the disk once its folder does. Windows knows no such thing and needs none. */
function flushFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}
