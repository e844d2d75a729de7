import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Answer, fail } from "../contract/answer.ts";
import type { Shelf } from "../contract/reports.ts";
import type { StoreRequest } from "../contract/store.ts";
import type { Db } from "./connect.ts";
import { Copies } from "./copies.ts";
import { readOffice, saveOffice } from "./office.ts";
import { MIGRATIONS, openDatabase } from "./open.ts";
import { Reports } from "./reports.ts";
import { listSnapshots, putInPlace, restoreSnapshot, takeSnapshot } from "./snapshots.ts";
import { refusalSentence, StoreTrouble, savingSentence, troubleOf } from "./trouble.ts";

/** The file and the folder of copies inside the folder that the clerk knows. */
const FILE = "年报.db";
const COPIES = "备份";

export interface RoomOptions {
  /** A change is in a copy after so many milliseconds. */
  readonly copyAfter?: number;
  readonly migrations?: readonly string[];
}

/** The database while it is open. */
interface Open {
  readonly db: Db;
  readonly reports: Reports;
  readonly copies: Copies;
  /** Which file it is: it can be taken away, or another one put under its name. */
  readonly file: string;
}

/** The one database, or what keeps it away. Requests are answered one after the other. */
export class Room {
  readonly #copyAfter: number;
  readonly #migrations: readonly string[];
  #folder = "";
  #open: Open | null = null;
  #trouble: StoreTrouble | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ copyAfter = 15 * 60_000, migrations = MIGRATIONS }: RoomOptions = {}) {
    this.#copyAfter = copyAfter;
    this.#migrations = migrations;
  }

  /** Answers one request once all before it are answered. Rejects only for a fault of the program. */
  answer(request: StoreRequest): Promise<Answer<unknown>> {
    const answer = this.#last.then(() => this.#take(request));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async #take(request: StoreRequest): Promise<Answer<unknown>> {
    switch (request.ask) {
      case "use":
        await this.#close();
        this.#folder = request.folder;
        await this.#enter(request.expected);
        return this.#shelf();
      case "shelf":
        return this.#shelf();
      case "move":
        return this.#move(request.folder);
      case "restore":
        return this.#restore(request.snapshot);
      case "close":
        await this.#close();
        return { ok: true, value: null };
      case "create":
        await this.#open?.copies.now();
        return this.#change(({ reports }) => reports.create(request));
      case "open":
        return this.#with(({ reports }) => reports.open(request.id));
      case "go-back":
        return this.#change(({ reports }) => reports.goBack(request.id, request.revision));
      case "save":
        return this.#change(({ reports }) => reports.save(request), savingSentence);
      case "name":
        return this.#change(({ reports }) => reports.nameVersion(request.id, request.name));
      case "office":
        return this.#change(({ db }) => saveOffice(db, request.office));
    }
  }

  get #path(): string {
    return join(this.#folder, FILE);
  }

  get #copies(): string {
    return join(this.#folder, COPIES);
  }

  async #enter(expected: boolean): Promise<void> {
    this.#trouble = null;
    try {
      if (!expected) mkdirSync(this.#folder, { recursive: true });
      const db = await openDatabase(this.#path, {
        expected,
        migrations: this.#migrations,
        copy: (old) => takeSnapshot(old, this.#copies),
      });
      const copies = new Copies(db, this.#copies, this.#copyAfter);
      this.#open = { db, reports: new Reports(db), copies, file: fileAt(this.#path) ?? "" };
    } catch (error) {
      await this.#fallInto(error);
    }
  }

  async #shelf(): Promise<Answer<Shelf>> {
    const folder = this.#folder;
    try {
      const open = this.#open && (await this.#inPlace());
      if (open) {
        const { db, reports } = open;
        return { ok: true, value: { kind: "ready", folder, reports: reports.list(), office: readOffice(db) } };
      }
    } catch (error) {
      await this.#fallInto(error);
    }
    const { trouble, title, message } = this.#trouble ?? new StoreTrouble("failed");
    return { ok: true, value: { kind: "trouble", trouble, title, message, folder, snapshots: this.#snapshots() } };
  }

  #snapshots(): ReturnType<typeof listSnapshots> {
    try {
      return listSnapshots(this.#copies);
    } catch {
      return [];
    }
  }

  async #restore(snapshot: string): Promise<Answer<Shelf>> {
    const before = this.#trouble?.trouble ?? "failed";
    await this.#close();
    try {
      restoreSnapshot(this.#copies, snapshot, this.#path);
      await this.#enter(true);
    } catch (error) {
      const message = "这份备份没有恢复成，现在的文件没有改动。请换一份备份，或打开别的文件夹。";
      await this.#fallInto(new StoreTrouble(before, { message, cause: error }));
    }
    return this.#shelf();
  }

  async #move(folder: string): Promise<Answer<Shelf>> {
    const before = this.#trouble?.trouble ?? "failed";
    await this.#close();
    const target = join(folder, FILE);
    try {
      if (fileAt(target) !== null) {
        const message = "那个文件夹里已经有存放报告的文件，没有复制，两处都没有改动。请选一个空的文件夹。";
        throw new StoreTrouble(before, { message });
      }
      if (fileAt(this.#path) !== null) putInPlace(this.#path, target);
      this.#folder = folder;
      await this.#enter(false);
    } catch (error) {
      const message = "没有复制成，可能那个文件夹也写不进去。这里的内容没有改动。请换一个文件夹。";
      await this.#fallInto(error instanceof StoreTrouble ? error : new StoreTrouble(before, { message, cause: error }));
    }
    return this.#shelf();
  }

  #change<T>(work: (open: Open) => Answer<T>, sentence = refusalSentence): Promise<Answer<T>> {
    return this.#with((open) => {
      const answer = work(open);
      if (answer.ok) open.copies.changed();
      return answer;
    }, sentence);
  }

  /** Works with the open database. One that could not be opened is tried once more. */
  async #with<T>(work: (open: Open) => Answer<T>, sentence = refusalSentence): Promise<Answer<T>> {
    try {
      const open = await this.#inPlace();
      return open ? work(open) : fail("store", sentence(this.#trouble));
    } catch (error) {
      await this.#fallInto(error);
      return fail("store", sentence(error));
    }
  }

  /**
   * The database under its name, opened if it is not, and where another one has come to lie there, that.
   * @throws {StoreTrouble} when none lies there any more: on some systems one could go on writing into it
   */
  async #inPlace(): Promise<Open | null> {
    const file = fileAt(this.#path);
    if (this.#open && file === null) throw new StoreTrouble("missing");
    if (this.#open?.file !== file) await this.#leave();
    if (!this.#open && this.#folder !== "") await this.#enter(true);
    return this.#open;
  }

  /** The database cannot be used as it is now. One that is only in the way of a moment stays open. */
  async #fallInto(error: unknown): Promise<void> {
    this.#trouble = troubleOf(error);
    console.error(this.#trouble.cause ?? this.#trouble.message);
    if (this.#trouble.trouble === "damaged" || this.#trouble.trouble === "failed") await this.#leave();
  }

  /** Closes the database with a copy of its changes. */
  async #close(): Promise<void> {
    if (fileAt(this.#path) !== null) await this.#open?.copies.now();
    await this.#leave();
  }

  async #leave(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    await open?.copies.stop();
    open?.db.close();
  }
}

/** Names the file that lies there now; `null` where none can be seen. */
function fileAt(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return null;
  }
}
