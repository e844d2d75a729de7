import { z } from "zod";
import { ReportShape } from "./review.ts";

/** An opaque name that the store gave out. */
export const StoredId = z.string().min(1).max(64);

/** Counts the saved states of one report from 1; every save names the one that it was based on. */
const Revision = z.int().min(1);

/** ISO 8601, as the store's clock had it when it committed. */
const Moment = z.iso.datetime({ offset: true });

/** Where a report stands. `submitted`: it was handed in; `changed` after that. */
export const ReportState = z.enum(["editing", "checked", "submitted", "changed"]);
export type ReportState = z.infer<typeof ReportState>;

/** One line of the first screen. */
export const ReportLine = z.strictObject({
  id: StoredId,
  year: z.int().nullable(),
  unit: z.string().nullable(),
  state: ReportState,
  changedAt: Moment,
  submittedAt: Moment.nullable(),
});
export type ReportLine = z.infer<typeof ReportLine>;

/** A state that lies safely on the disk. */
export const Saved = z.strictObject({ revision: Revision, at: Moment });
export type Saved = z.infer<typeof Saved>;

export const Opened = Saved.extend({ id: StoredId, report: ReportShape });
export type Opened = z.infer<typeof Opened>;

export const SaveInput = z.strictObject({ id: StoredId, base: Revision, report: ReportShape });

/** Why the database cannot be used. */
export const Trouble = z.enum(["damaged", "locked", "read-only", "newer", "missing", "full", "failed"]);
export type Trouble = z.infer<typeof Trouble>;

/** A checked copy of the whole database that can take its place. */
export const Snapshot = z.strictObject({ id: z.string().min(1).max(255), at: Moment });
export type Snapshot = z.infer<typeof Snapshot>;

/** What the first screen shows: the reports, or what keeps them away and which copies there are. */
export const Shelf = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ready"), folder: z.string(), reports: z.array(ReportLine) }),
  z.strictObject({
    kind: z.literal("trouble"),
    trouble: Trouble,
    folder: z.string(),
    /** One Chinese sentence: what happened and what is safe. */
    message: z.string(),
    snapshots: z.array(Snapshot),
  }),
]);
export type Shelf = z.infer<typeof Shelf>;

/** The kinds of file that a report goes out as. */
export const ExportKind = z.enum(["docx", "xlsx", "json"]);
export type ExportKind = z.infer<typeof ExportKind>;

/** What lies in the folder now: names for the clerk, never a path. */
export const Exported = z.strictObject({ folder: z.string(), files: z.array(z.string()) });
export type Exported = z.infer<typeof Exported>;
