import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Answer, fail } from "../contract/answer.ts";
import type { Shelf, Trouble } from "../contract/reports.ts";
import type { StoreRequest } from "../contract/store.ts";
import { readOffice, saveOffice } from "./office.ts";
import { type Db, openDatabase } from "./open.ts";
import { createReport, listReports, nameVersion, openReport, saveReport } from "./reports.ts";
import { listSnapshots, restoreSnapshot, takeSnapshot } from "./snapshots.ts";
import { type StoreTrouble, savingSentence, troubleOf } from "./trouble.ts";

/** The file and the folder of copies inside the folder that the clerk knows. */
const FILE = "年报.db";
const COPIES = "备份";

/** A snapshot is due this long after the last one, when something was changed. */
const SNAPSHOT_EVERY_MS = 15 * 60_000;

/** The one database, or what keeps it away. */
export class Room {
  #folder = "";
  #db: Db | null = null;
  #trouble: StoreTrouble | null = null;
  #changed = false;
  #lastSnapshot = Date.now();

  /** Answers one request; throws only for a fault of the program. */
  async answer(request: StoreRequest): Promise<Answer<unknown>> {
    switch (request.ask) {
      case "use":
        await this.#close();
        this.#folder = request.folder;
        return this.#open(request.expected);
      case "shelf":
        return this.#shelf();
      case "restore":
        return this.#restore(request.snapshot);
      case "close":
        await this.#close();
        return { ok: true, value: null };
      case "create":
        await this.#snapshot();
        return this.#with((db) => createReport(db, request), true);
      case "open":
        return this.#with((db) => openReport(db, request.id), false);
      case "save":
        await this.#snapshotWhenDue();
        return this.#with((db) => saveReport(db, request), true);
      case "name":
        return this.#with((db) => nameVersion(db, request.id, request.name), true);
      case "office":
        return this.#with((db) => {
          saveOffice(db, request.office);
          return { ok: true, value: null };
        }, true);
    }
  }

  async #open(expected: boolean): Promise<Answer<Shelf>> {
    this.#trouble = null;
    try {
      if (!expected) mkdirSync(this.#folder, { recursive: true });
      this.#db = openDatabase(join(this.#folder, FILE), { expected });
    } catch (error) {
      this.#trouble = troubleOf(error);
      if (this.#trouble.cause !== undefined) console.error(this.#trouble.cause);
    }
    return this.#shelf();
  }

  #shelf(): Answer<Shelf> {
    const folder = this.#folder;
    if (this.#db) {
      try {
        return {
          ok: true,
          value: { kind: "ready", folder, reports: listReports(this.#db), office: readOffice(this.#db) },
        };
      } catch (error) {
        return { ok: true, value: this.#kept(troubleOf(error)) };
      }
    }
    return { ok: true, value: this.#kept(this.#trouble ?? troubleOf(null)) };
  }

  #kept({ trouble, message }: StoreTrouble): Extract<Shelf, { kind: "trouble" }> {
    return { kind: "trouble", trouble, message, folder: this.#folder, snapshots: this.#copies() };
  }

  #copies(): ReturnType<typeof listSnapshots> {
    try {
      return listSnapshots(this.#copiesFolder);
    } catch {
      return [];
    }
  }

  get #copiesFolder(): string {
    return join(this.#folder, COPIES);
  }

  async #restore(snapshot: string): Promise<Answer<Shelf>> {
    this.#db?.close();
    this.#db = null;
    try {
      restoreSnapshot(this.#copiesFolder, snapshot, join(this.#folder, FILE));
    } catch (error) {
      console.error(error);
      const trouble: Trouble = this.#trouble?.trouble ?? "failed";
      const message = "这份备份没有恢复成，现在的文件没有改动。请换一份备份，或打开别的文件夹。";
      return {
        ok: true,
        value: { kind: "trouble", trouble, message, folder: this.#folder, snapshots: this.#copies() },
      };
    }
    return this.#open(true);
  }

  #with<T>(work: (db: Db) => Answer<T>, changes: boolean): Answer<T> {
    if (!this.#db) return fail("store", this.#trouble?.message ?? "存放报告的文件没有打开。请回到开始再试一次。");
    try {
      const answer = work(this.#db);
      if (answer.ok && changes) this.#changed = true;
      return answer;
    } catch (error) {
      console.error(error);
      return fail("store", savingSentence(error));
    }
  }

  async #snapshotWhenDue(): Promise<void> {
    if (Date.now() - this.#lastSnapshot >= SNAPSHOT_EVERY_MS) await this.#snapshot();
  }

  /** A copy of what has changed. That it cannot be taken stops no work: it is tried again when next due. */
  async #snapshot(): Promise<void> {
    if (!this.#db || !this.#changed) return;
    this.#lastSnapshot = Date.now();
    try {
      await takeSnapshot(this.#db, this.#copiesFolder);
      this.#changed = false;
    } catch (error) {
      console.error("snapshot:", error);
    }
  }

  async #close(): Promise<void> {
    await this.#snapshot();
    this.#db?.close();
    this.#db = null;
    this.#changed = false;
  }
}
