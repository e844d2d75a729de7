import { resolve } from "node:path";

/**
 * The files named on the command line. `argv` is Electron's: the executable, in development the app's
 * folder, then switches and files in any order. Chromium's and Playwright's own switches begin with `-`.
 */
export function filesNamed(argv: readonly string[], packaged: boolean, cwd: string): string[] {
  const own = argv.slice(1).filter((arg) => arg !== "" && !arg.startsWith("-"));
  return (packaged ? own : own.slice(1)).map((arg) => resolve(cwd, arg));
}

/** `--sample`: opens the project's own report; what `npm start` does without a file. */
export function sampleNamed(argv: readonly string[]): boolean {
  return argv.includes("--sample");
}
