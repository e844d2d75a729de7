import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { REPORTS } from "./migrations/001-reports.ts";
import { OFFICE } from "./migrations/002-office.ts";
import { StoreTrouble } from "./trouble.ts";

export type Db = Database.Database;

/** In the order in which they are applied; the database counts how many it has had. */
const MIGRATIONS: readonly string[] = [REPORTS, OFFICE];

/** A development runtime is older than the package's own binary; it names one that fits. */
const nativeBinding = process.env["NIANBAO_SQLITE_BINDING"];

/** A connection without any statement about durability: for checking a copy. */
export function connect(path: string, options: Database.Options = {}): Db {
  return new Database(path, { ...options, ...(nativeBinding ? { nativeBinding } : {}) });
}

interface Opening {
  /** A file must be there already. */
  readonly expected: boolean;
}

/**
 * Opens the database, whole and durable, or throws `StoreTrouble`. It is this process's alone until it is closed:
 * another one, of whatever machine, gets `locked`.
 */
export function openDatabase(path: string, { expected }: Opening): Db {
  if (expected && !existsSync(path)) throw new StoreTrouble("missing");
  const db = connect(path, { timeout: 2_000 });
  try {
    db.pragma("locking_mode = EXCLUSIVE");
    hold(db, "journal_mode", "WAL", "wal");
    hold(db, "synchronous", "FULL", 2);
    hold(db, "foreign_keys", "ON", 1);
    // Takes the lock now, not at the first save.
    db.exec("BEGIN IMMEDIATE; COMMIT");
    if (db.pragma("quick_check(1)", { simple: true }) !== "ok") throw new StoreTrouble("damaged");
    migrate(db);
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

function migrate(db: Db): void {
  const version = Number(db.pragma("user_version", { simple: true }));
  if (version > MIGRATIONS.length) throw new StoreTrouble("newer");
  if (version === MIGRATIONS.length) return;
  db.transaction(() => {
    for (const sql of MIGRATIONS.slice(version)) db.exec(sql);
    db.pragma(`user_version = ${MIGRATIONS.length}`);
  })();
}
