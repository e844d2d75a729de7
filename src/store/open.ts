import { accessSync, constants, statSync } from "node:fs";
import { dirname } from "node:path";
import { moveAside } from "./aside.ts";
import { connect, type Db } from "./connect.ts";
import { REPORTS } from "./migrations/001-reports.ts";
import { OFFICE } from "./migrations/002-office.ts";
import { StoreTrouble } from "./trouble.ts";

/** In the order in which they are applied; the database counts how many it has had. */
export const MIGRATIONS: readonly string[] = [REPORTS, OFFICE];

export interface Opening {
  /** A file must be there already. */
  readonly expected: boolean;
  readonly migrations?: readonly string[];
  /** Takes a copy of a database that is about to be migrated; where none can be taken, nothing is migrated. */
  readonly copy: (db: Db) => Promise<void>;
}

/** How long another program's lock is waited for: a virus scanner's or a backup's is over by then. */
const PATIENCE_MS = 2_000;

/**
 * Opens the database, whole and durable, or throws `StoreTrouble` or what SQLite threw. It is this process's alone
 * until it is closed: another one, of whatever machine, gets `locked`.
 */
export async function openDatabase(path: string, { expected, migrations = MIGRATIONS, copy }: Opening): Promise<Db> {
  const size = sizeOf(path);
  if (size === null && expected) throw new StoreTrouble("missing");
  // SQLite takes an empty file for a new database and does away with the -wal beside it.
  if (size === 0 && (expected || sizeOf(`${path}-wal`) !== null)) throw new StoreTrouble("damaged");
  if (size === null) moveAside(path);
  // SQLite opens what it may not write, and fails at its locks with an error that says nothing of it.
  accessSync(dirname(path), constants.W_OK);
  if (size !== null) accessSync(path, constants.R_OK | constants.W_OK);
  const db = connect(path, { timeout: PATIENCE_MS });
  try {
    hold(db, "locking_mode", "EXCLUSIVE", "exclusive");
    hold(db, "journal_mode", "WAL", "wal");
    // A database in WAL mode is opened with NORMAL, where a power cut takes the last commits.
    hold(db, "synchronous", "FULL", 2);
    hold(db, "foreign_keys", "ON", 1);
    hold(db, "trusted_schema", "OFF", 0);
    hold(db, "cell_size_check", "ON", 1);
    // Takes the lock now, not at the first save.
    db.exec("BEGIN IMMEDIATE; COMMIT");
    if (db.pragma("quick_check(1)", { simple: true }) !== "ok") throw new StoreTrouble("damaged");
    await migrate(db, migrations, { expected, copy });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Sets a pragma and reads it back: SQLite passes over what it cannot do. */
function hold(db: Db, pragma: string, value: string, held: string | number): void {
  db.pragma(`${pragma} = ${value}`);
  const found: unknown = db.pragma(pragma, { simple: true });
  if (found !== held) throw new Error(`${pragma} is ${String(found)} instead of ${held}`);
}

/** Brings an older database up to date: all of it or, where a step fails, nothing. */
async function migrate(
  db: Db,
  migrations: readonly string[],
  { expected, copy }: Pick<Opening, "expected" | "copy">,
): Promise<void> {
  const version = Number(db.pragma("user_version", { simple: true }));
  if (version > migrations.length) throw new StoreTrouble("newer");
  if (version === migrations.length) return;
  if (version === 0 && expected) throw new StoreTrouble("damaged");
  if (version > 0) await copy(db);
  db.transaction(() => {
    for (const sql of migrations.slice(version)) db.exec(sql);
    db.pragma(`user_version = ${migrations.length}`);
  })();
}

/** Bytes; `null` where there is no such file. Throws when the folder may not be looked into. */
function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}
