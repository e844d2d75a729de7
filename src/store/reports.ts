import { randomUUID } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { z } from "zod";
import { type Answer, fail } from "../contract/answer.ts";
import { type Broken, Opened, ReportLine, type Saved, type SaveInput, Standing } from "../contract/reports.ts";
import type { Json } from "../core/patch/patch.ts";
import type { Report } from "../core/report/report.ts";
import type { Db } from "./connect.ts";
import { type Revision, Revisions } from "./revisions.ts";
import { StoreTrouble } from "./trouble.ts";

const GONE = fail("store", "这份报告不在存放报告的文件里，可能打开了别的文件夹。请回到开始再看一次。");
const CONFLICT = fail("conflict", "别处已经保存过这份报告，为了不盖掉，这里的改动没有保存。请先导出一份留底。");

interface Created extends Pick<SaveInput, "report" | "standing"> {
  /** The files that the report was read from. */
  readonly originals: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const Row = z.object({
  key: z.int(),
  id: z.string(),
  head: z.int(),
  standing: z.string(),
  writer: z.string().nullable(),
  since: z.int(),
});
type Row = z.infer<typeof Row>;

/** What of a line of the first screen lies in the database otherwise than it is shown. */
const LineRow = z.object({ standing: z.string(), changedAt: z.int(), submittedAt: z.int().nullable() }).loose();

/** A report's new last state, as its row keeps it. */
interface Head extends Pick<Row, "head" | "standing" | "writer" | "since"> {
  readonly at: number;
  readonly report: Pick<Report, "form" | "unit" | "year">;
}

/** The reports of one open database. */
export class Reports {
  readonly #db: Db;
  readonly #revisions: Revisions;
  readonly #find;
  readonly #update;
  /** The state that was opened or saved last: the next save of that report writes what has changed since. */
  #last: { readonly report: number; readonly number: number; readonly state: Json } | null = null;

  constructor(db: Db) {
    this.#db = db;
    this.#revisions = new Revisions(db);
    this.#find = db.prepare("SELECT key, id, head, standing, writer, since FROM report WHERE id = ?");
    this.#update = db.prepare(
      `UPDATE report SET form = @form, unit = @unit, year = @year, head = @head, changed_at = @at,
                         standing = @standing, writer = @writer, since = @since WHERE key = @key`,
    );
  }

  /** Every report with the moment of its last state, the latest first. */
  list(): ReportLine[] {
    const rows = this.#db
      .prepare(
        `SELECT id, form, unit, year, changed_at AS changedAt, submitted_at AS submittedAt, standing,
                CASE WHEN submitted IS NULL THEN 'editing' WHEN submitted = head THEN 'submitted' ELSE 'changed' END
                  AS state
         FROM report ORDER BY changed_at DESC`,
      )
      .all();
    return rows.map((row) => {
      const { standing, changedAt, submittedAt, ...line } = LineRow.parse(row);
      return ReportLine.parse({
        ...line,
        ...standingIn(standing),
        changedAt: moment(changedAt),
        submittedAt: submittedAt === null ? null : moment(submittedAt),
      });
    });
  }

  /** Puts in a report with the files that it was read from, all or nothing. */
  create({ report, standing, originals }: Created): Answer<Saved & { readonly id: string }> {
    const id = randomUUID();
    const at = Date.now();
    const last = this.#db.transaction(() => {
      const { lastInsertRowid } = this.#db
        .prepare("INSERT INTO report (id, form, unit, year, head, changed_at, standing) VALUES (?, ?, ?, ?, 1, ?, ?)")
        .run(id, report.form, report.unit, report.year, at, JSON.stringify(standing));
      const key = Number(lastInsertRowid);
      const keep = this.#db.prepare("INSERT INTO original (report, position, name, bytes) VALUES (?, ?, ?, ?)");
      for (const [i, { name, bytes }] of originals.entries()) keep.run(key, i, name, deflateRawSync(bytes));
      return { report: key, number: 1, state: this.#revisions.add(key, 1, at, report, null) };
    })();
    this.#last = last;
    return { ok: true, value: { id, revision: 1, at: moment(at) } };
  }

  /**
   * The last state, or, where that is not sound, the newest that is.
   * @throws {StoreTrouble} when not one state of the report is sound
   */
  open(id: string): Answer<Opened | Broken> {
    const row = this.#row(id);
    if (!row) return GONE;
    const last = this.#revisions.read(row.key, row.head);
    if (last) return { ok: true, value: this.#opened(row, last) };
    const sound = this.#revisions.newestSound(row.key, row.head);
    if (!sound) throw new StoreTrouble("damaged");
    const at = this.#db.prepare("SELECT changed_at FROM report WHERE key = ?").pluck().get(row.key);
    const broken = { revision: row.head, at: moment(Number(at)) };
    return { ok: true, value: { kind: "broken", id, last: broken, sound: savedOf(sound) } };
  }

  /** Adds an earlier state once more, as the last one. */
  goBack(id: string, revision: number): Answer<Opened> {
    const row = this.#row(id);
    const earlier = row && this.#revisions.read(row.key, revision);
    if (!row || !earlier) return GONE;
    const at = Date.now();
    const head = row.head + 1;
    const { report } = this.#opened(row, earlier);
    const state = this.#db.transaction(() => {
      this.#move(row, { head, at, report, standing: row.standing, writer: null, since: head });
      return this.#revisions.add(row.key, head, at, earlier.state, null);
    })();
    return { ok: true, value: this.#opened({ ...row, head }, { number: head, at, state }) };
  }

  /** Adds a state to a report, if it is based on the last one or on one that only the same writer has built on. */
  save({ id, base, writer, report, standing }: SaveInput): Answer<Saved> {
    const at = Date.now();
    const row = this.#row(id);
    if (!row) return GONE;
    const own = row.writer === writer && row.since <= base && base <= row.head;
    if (base !== row.head && !own) return CONFLICT;
    const head = row.head + 1;
    const state = this.#db.transaction(() => {
      const since = own ? row.since : base;
      this.#move(row, { head, at, report, standing: JSON.stringify(standing), writer, since });
      return this.#revisions.add(row.key, head, at, report, this.#stateOf(row));
    })();
    this.#last = { report: row.key, number: head, state };
    return { ok: true, value: { revision: head, at: moment(at) } };
  }

  /** Makes the last state a version; answers how many there are. */
  nameVersion(id: string, name: string): Answer<number> {
    const row = this.#row(id);
    if (!row) return GONE;
    this.#db.prepare("UPDATE revision SET name = ? WHERE report = ? AND number = ?").run(name, row.key, row.head);
    return { ok: true, value: this.#versions(row) };
  }

  #versions({ key }: Pick<Row, "key">): number {
    const count = this.#db.prepare("SELECT count(*) FROM revision WHERE report = ? AND name IS NOT NULL");
    return Number(count.pluck().get(key));
  }

  #row(id: string): Row | null {
    const row = this.#find.get(id);
    return row === undefined ? null : Row.parse(row);
  }

  #move({ key }: Row, { head, at, report, standing, writer, since }: Head): void {
    const { form, unit, year } = report;
    this.#update.run({ key, form, unit, year, head, at, standing, writer, since });
  }

  /** The last state as it lies in the database; `null` when it is not sound, so that the next one is kept whole. */
  #stateOf({ key, head }: Row): Json | null {
    if (this.#last?.report === key && this.#last.number === head) return this.#last.state;
    return this.#revisions.read(key, head)?.state ?? null;
  }

  #opened({ key, id, standing }: Row, revision: Revision): Opened {
    this.#last = { report: key, number: revision.number, state: revision.state };
    const { place } = standingIn(standing);
    const versions = this.#versions({ key });
    return Opened.parse({ kind: "sound", id, ...savedOf(revision), report: revision.state, place, versions });
  }
}

function standingIn(text: string): Standing {
  return Standing.parse(JSON.parse(text));
}

function savedOf({ number, at }: Revision): Saved {
  return { revision: number, at: moment(at) };
}

function moment(at: number): string {
  return new Date(at).toISOString();
}
