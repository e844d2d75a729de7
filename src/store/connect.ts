import Database from "better-sqlite3";

export type Db = Database.Database;

/** A development runtime is older than the package's own binary; it names one that fits. */
const nativeBinding = process.env["NIANBAO_SQLITE_BINDING"];

/** A connection without any statement about durability: for checking a copy. */
export function connect(path: string, options: Database.Options = {}): Db {
  return new Database(path, { ...options, ...(nativeBinding ? { nativeBinding } : {}) });
}
