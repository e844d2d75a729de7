import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, type Db } from "./connect.ts";
import { MIGRATIONS, openDatabase } from "./open.ts";
import { listSnapshots, takeSnapshot } from "./snapshots.ts";

let folder: string;
let open: Db | null = null;
const path = () => join(folder, "年报.db");
const copies = () => join(folder, "备份");

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-open-"));
});
afterEach(async () => {
  open?.close();
  open = null;
  await rm(folder, { recursive: true, force: true });
});

async function opened(expected: boolean, migrations = MIGRATIONS): Promise<Db> {
  open = await openDatabase(path(), { expected, migrations, copy: (db) => takeSnapshot(db, copies()) });
  return open;
}

/** A database of this version that is closed again, with one report. */
async function withReport(): Promise<void> {
  const db = await opened(false);
  db.exec("INSERT INTO report (id, form, head, changed_at, standing) VALUES ('a', 'f', 1, 0, '{}')");
  db.close();
}

const pragma = (db: Db, name: string): unknown => db.pragma(name, { simple: true });

describe("an open database", () => {
  it("is durable and exclusive, also when it is opened again", async () => {
    await withReport();
    // What SQLite itself makes of a database in WAL mode: a power cut would take the last commits.
    const raw = connect(path());
    expect(pragma(raw, "synchronous")).toBe(1);
    raw.close();
    const db = await opened(true);
    expect(pragma(db, "journal_mode")).toBe("wal");
    expect(pragma(db, "synchronous")).toBe(2);
    expect(pragma(db, "foreign_keys")).toBe(1);
    expect(pragma(db, "locking_mode")).toBe("exclusive");
    expect(pragma(db, "user_version")).toBe(MIGRATIONS.length);
    expect(() => connect(path(), { timeout: 0 }).exec("SELECT * FROM report")).toThrow("locked");
  });

  it("has strict tables only", async () => {
    const db = await opened(false);
    const tables = db.prepare(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name",
    );
    const own = (tables.all() as { name: string; strict: number }[]).filter(({ name }) => !name.startsWith("sqlite_"));
    expect(own).toEqual(["office", "original", "report", "revision"].map((name) => ({ name, strict: 1 })));
  });
});

describe("a file that is no sound database", () => {
  it("is not begun anew where one was expected", async () => {
    await expect(opened(true)).rejects.toMatchObject({ trouble: "missing" });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is damaged when it is empty, and keeps the -wal beside it", async () => {
    writeFileSync(path(), "");
    writeFileSync(`${path()}-wal`, "the last commits");
    await expect(opened(true)).rejects.toMatchObject({ trouble: "damaged" });
    await expect(opened(false)).rejects.toMatchObject({ trouble: "damaged" });
    expect(readFileSync(`${path()}-wal`, "utf8")).toBe("the last commits");
  });

  it("is damaged when a page of it is", async () => {
    await withReport();
    const bytes = readFileSync(path());
    bytes.fill(0xa5, 4096 * 2 + 8, 4096 * 3);
    writeFileSync(path(), bytes);
    await expect(opened(true)).rejects.toThrow();
    truncateSync(path(), 4096 * 2);
    await expect(opened(true)).rejects.toThrow();
  });

  it("begins beside what was left of an older one, which is moved aside", async () => {
    writeFileSync(`${path()}-wal`, "the last commits");
    await opened(false);
    const [aside = ""] = readdirSync(folder).filter((name) => name.includes("坏"));
    expect(aside).toMatch(/^年报\.db\.坏-\d{8}-\d{6}-\d{3}-wal$/);
    expect(readFileSync(join(folder, aside), "utf8")).toBe("the last commits");
  });
});

describe("an older database", () => {
  const ADD = "ALTER TABLE report ADD COLUMN colour TEXT; CREATE TABLE note (text TEXT NOT NULL) STRICT;";
  const FILL = "INSERT INTO note VALUES ('kept');";

  it("is copied first, and then has every migration that it lacks", async () => {
    await withReport();
    const db = await opened(true, [...MIGRATIONS, ADD, FILL]);
    expect(db.prepare("SELECT id, colour FROM report").all()).toEqual([{ id: "a", colour: null }]);
    expect(db.prepare("SELECT text FROM note").pluck().all()).toEqual(["kept"]);
    expect(pragma(db, "user_version")).toBe(MIGRATIONS.length + 2);
    const [copy] = listSnapshots(copies());
    const old = connect(join(copies(), copy?.id ?? ""));
    expect(pragma(old, "user_version")).toBe(MIGRATIONS.length);
    expect(old.prepare("SELECT id FROM report").pluck().all()).toEqual(["a"]);
    old.close();
  });

  it("is as it was when a migration fails half-way; the copy is there", async () => {
    await withReport();
    await expect(opened(true, [...MIGRATIONS, ADD, `${FILL} INSERT INTO note VALUES (NULL);`])).rejects.toThrow(
      "NOT NULL",
    );
    expect(listSnapshots(copies())).toHaveLength(1);
    const db = await opened(true);
    expect(pragma(db, "user_version")).toBe(MIGRATIONS.length);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'note'").all()).toEqual([]);
    expect(Object.keys(Object(db.prepare("SELECT * FROM report").get()))).not.toContain("colour");
  });

  it("is not migrated when no copy can be taken", async () => {
    await withReport();
    writeFileSync(copies(), "a file where the folder should be");
    await expect(opened(true, [...MIGRATIONS, ADD])).rejects.toThrow();
    expect(pragma(await opened(true), "user_version")).toBe(MIGRATIONS.length);
  });

  it("that is newer is refused and not touched", async () => {
    await withReport();
    const raw = connect(path());
    raw.pragma("user_version = 99");
    raw.close();
    const before = readFileSync(path());
    await expect(opened(true)).rejects.toMatchObject({ trouble: "newer" });
    expect(readFileSync(path()).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(["年报.db"]);
  });
});
