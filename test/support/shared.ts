import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, test } from "vitest";

/** The folder beside the repository with published reports. It is not part of the project and may be absent. */
const SHARED = resolve(import.meta.dirname, "../../../shared");

/** The path of a file or folder under `../shared`, such as `"samples/real"`; undefined where it is absent. */
function sharedPath(name: string): string | undefined {
  const path = join(SHARED, name);
  return existsSync(path) ? path : undefined;
}

/**
 * Registers tests that need something under `../shared`. Where it is absent one skipped test bears their name, which
 * build/test.mjs prints as not run; where `../shared` is present, a skipped test counts as a failure there.
 */
export function describeShared(name: string, needs: string, register: (path: string) => void): void {
  const path = sharedPath(needs);
  if (path === undefined) describe(name, () => void test.skip(`needs ../shared/${needs}`, () => undefined));
  else describe(name, () => register(path));
}
