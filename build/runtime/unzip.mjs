import { createWriteStream, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { openPromise } from "yauzl";

const S_IFMT = 0o170000;
const S_IFLNK = 0o120000;

/**
 * Unpacks a zip made on Unix with its modes and symbolic links. yauzl refuses names that climb out of the folder.
 *
 * @param {string} archive
 * @param {string} folder  must exist
 * @param {(name: string) => string | undefined} place  the path below `folder` for a file; undefined leaves it out
 */
export async function unzip(archive, folder, place) {
  const zip = await openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.endsWith("/") ? undefined : place(entry.fileName);
    if (name === undefined) continue;
    const target = join(folder, name);
    mkdirSync(dirname(target), { recursive: true });
    const mode = entry.externalFileAttributes >>> 16;
    const stream = await zip.openReadStreamPromise(entry);
    if ((mode & S_IFMT) === S_IFLNK) symlinkSync(await text(stream), target);
    else await pipeline(stream, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
  }
}
