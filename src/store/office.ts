import type { Answer } from "../contract/answer.ts";
import { OfficeShape } from "../contract/reports.ts";
import type { Office } from "../core/report/office.ts";
import type { Db } from "./connect.ts";

/** The office as the clerk wrote it down; `null` before that. */
export function readOffice(db: Db): Office | null {
  const row: unknown = db.prepare("SELECT unit, head, reviewer, filler, phone FROM office").get();
  return row === undefined ? null : OfficeShape.parse(row);
}

export function saveOffice(db: Db, { unit, head, reviewer, filler, phone }: Office): Answer<null> {
  db.prepare("INSERT OR REPLACE INTO office (id, unit, head, reviewer, filler, phone) VALUES (1, ?, ?, ?, ?, ?)").run(
    unit,
    head,
    reviewer,
    filler,
    phone,
  );
  return { ok: true, value: null };
}
