import { existsSync, renameSync } from "node:fs";
import { stamp } from "./stamp.ts";

/**
 * Moves a database out of the way with the -wal and -shm that belong to it: never deleted, and never found beside
 * another one.
 */
export function moveAside(path: string): void {
  const aside = `${path}.坏-${stamp(new Date())}`;
  // The database first: should it end here, one is missing, and no -wal is lost or taken for another's.
  for (const end of ["", "-wal", "-shm"]) if (existsSync(path + end)) renameSync(path + end, aside + end);
}
