import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { electronPath } from "./launch.ts";
import { runUntil } from "./plain-run.ts";

const FIXTURE = join(import.meta.dirname, "fixtures/database");

test("better-sqlite3 works in a utility process of this Electron: WAL, FULL, text and bytes survive reopening", async () => {
  const folder = await mkdtemp(join(tmpdir(), "nianbao-database-"));
  try {
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const args = [...asRoot, `--user-data-dir=${folder}`, FIXTURE, join(folder, "test.db")];
    const { output, exitCode } = await runUntil("(until it ends)", electronPath(), args);
    const line = output.split("\n").find((candidate) => candidate.startsWith("database: "));
    expect(exitCode, output).toBe(0);
    expect(JSON.parse(line?.slice("database: ".length) ?? "null")).toMatchObject({
      journal: "wal",
      synchronous: 2,
      rows: { rows: 1000, filled: 500 },
      row: { label: "第255行", value: null, raw: [255] },
      check: "ok",
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
