import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Whether LibreOffice is there. The suite is whole without it. */
export const OFFICE = spawnSync("which", ["soffice"]).status === 0;
if (!OFFICE) console.log("LibreOffice is missing: its files not read (apt-get install libreoffice-writer)");

/**
 * Lets LibreOffice write files anew in another format, all in one run.
 * @param filter the export filter, where the ending alone does not say it
 * @returns the new files' bytes, in the order of `files`
 */
export function convert(
  folder: string,
  files: readonly Uint8Array[],
  to: string,
  from = "docx",
  filter = "",
): Uint8Array[] {
  const source = join(folder, `${from}-to-${to}`);
  mkdirSync(source, { recursive: true });
  const names = files.map((bytes, i) => {
    writeFileSync(join(source, `${i}.${from}`), bytes);
    return join(source, `${i}.${from}`);
  });
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const format = filter === "" ? to : `${to}:${filter}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", format, "--outdir", source, ...names], {
    stdio: "ignore",
  });
  return files.map((_, i) => readFileSync(join(source, `${i}.${to}`)));
}
