import { randomUUID } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { type Answer, fail } from "../contract/answer.ts";
import { Opened, ReportLine, type Saved, type SaveInput, Standing } from "../contract/reports.ts";
import type { Report } from "../core/report/report.ts";
import type { Db } from "./open.ts";

const GONE = fail("store", "这份报告不在存放报告的文件里，可能打开了别的文件夹。请回到开始再看一次。");
const CONFLICT = fail("conflict", "别处已经保存过这份报告，为了不盖掉，这里的改动没有保存。请先导出一份留底。");

interface Created extends Pick<SaveInput, "report" | "standing"> {
  /** The files that the report was read from. */
  readonly originals: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** Every report with the moment of its last state, the latest first. */
export function listReports(db: Db): ReportLine[] {
  const rows = db
    .prepare(
      `SELECT id, unit, year, changed_at AS changedAt, submitted_at AS submittedAt, standing,
              CASE WHEN submitted IS NULL THEN 'editing' WHEN submitted = head THEN 'submitted' ELSE 'changed' END AS state
       FROM report ORDER BY changed_at DESC`,
    )
    .all();
  return rows.map((row) => ReportLine.parse(withStanding(row)));
}

/** Puts in a report with the files that it was read from, all or nothing. */
export function createReport(
  db: Db,
  { report, standing, originals }: Created,
): Answer<Saved & { readonly id: string }> {
  const id = randomUUID();
  const at = new Date().toISOString();
  db.transaction(() => {
    db.prepare(
      "INSERT INTO report (id, form, unit, year, head, changed_at, standing) VALUES (?, ?, ?, ?, 1, ?, ?)",
    ).run(id, report.form, report.unit, report.year, at, JSON.stringify(standing));
    addRevision(db, id, 1, at, report);
    const keep = db.prepare("INSERT INTO original (report, position, name, bytes) VALUES (?, ?, ?, ?)");
    for (const [i, { name, bytes }] of originals.entries()) keep.run(id, i, name, deflateRawSync(bytes));
  })();
  return { ok: true, value: { id, revision: 1, at } };
}

export function openReport(db: Db, id: string): Answer<Opened> {
  const row: unknown = db
    .prepare(
      `SELECT number AS revision, at, body, standing FROM revision
       JOIN report ON report.id = revision.report AND report.head = revision.number WHERE report.id = ?`,
    )
    .get(id);
  if (!isRevision(row)) return GONE;
  const { place } = Standing.parse(JSON.parse(row.standing));
  const report: unknown = JSON.parse(inflateRawSync(row.body).toString("utf8"));
  return { ok: true, value: Opened.parse({ id, revision: row.revision, at: row.at, report, place }) };
}

/** Adds a state to a report, if it is based on the last one. */
export function saveReport(db: Db, { id, base, report, standing }: SaveInput): Answer<Saved> {
  const at = new Date().toISOString();
  return db.transaction((): Answer<Saved> => {
    const head: unknown = db.prepare("SELECT head FROM report WHERE id = ?").pluck().get(id);
    if (typeof head !== "number") return GONE;
    if (head !== base) return CONFLICT;
    addRevision(db, id, base + 1, at, report);
    db.prepare(
      "UPDATE report SET form = ?, unit = ?, year = ?, head = ?, changed_at = ?, standing = ? WHERE id = ?",
    ).run(report.form, report.unit, report.year, base + 1, at, JSON.stringify(standing), id);
    return { ok: true, value: { revision: base + 1, at } };
  })();
}

/** Makes the last state a version. */
export function nameVersion(db: Db, id: string, name: string): Answer<null> {
  const { changes } = db
    .prepare("UPDATE revision SET name = ? WHERE report = ? AND number = (SELECT head FROM report WHERE id = ?)")
    .run(name, id, id);
  return changes === 1 ? { ok: true, value: null } : GONE;
}

function addRevision(db: Db, id: string, number: number, at: string, report: Report): void {
  // Level 1: a save must take milliseconds, and JSON shrinks to a tenth all the same.
  const body = deflateRawSync(JSON.stringify(report), { level: 1 });
  db.prepare("INSERT INTO revision (report, number, at, body) VALUES (?, ?, ?, ?)").run(id, number, at, body);
}

function isRevision(row: unknown): row is { revision: number; at: string; body: Buffer; standing: string } {
  return typeof row === "object" && row !== null && "body" in row && Buffer.isBuffer(row.body);
}

function withStanding(row: unknown): unknown {
  const { standing, ...line } = Object(row);
  return { ...line, ...JSON.parse(standing) };
}
