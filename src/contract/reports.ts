import { z } from "zod";
import type { Office } from "../core/report/office.ts";
import { MAX_NAME_LENGTH } from "./limits.ts";
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

const Count = z.int().min(0);

/** What the checks say of a report, in numbers. */
export const Counts = z.strictObject({
  error: Count,
  warning: Count,
  ask: Count,
  info: Count,
  /** Findings among `info` that a written reason lets stand. */
  lifted: Count,
  /** Places that still speak of last year. */
  stale: Count,
});
export type Counts = z.infer<typeof Counts>;

/** Where the clerk was writing, with its name as it was then. */
export const WritingPlace = z.strictObject({
  at: z.union([
    /** `paragraph` -1 is the section's heading. */
    z.strictObject({ section: z.string(), paragraph: z.int().min(-1) }),
    z.strictObject({ table: z.string(), row: z.string(), column: z.string() }),
  ]),
  /** The section's heading, `前言`, or what the table is called: `统计表`, `表三`. */
  name: z.string(),
  /** The heading inside the section, or the row; empty where there is none. */
  part: z.string(),
});
export type WritingPlace = z.infer<typeof WritingPlace>;

/**
 * How a report stands, for the first screen. The window tells it with each saved state and the store keeps it as it
 * is: neither main nor the store judges a report.
 */
export const Standing = z.strictObject({ counts: Counts, place: WritingPlace.nullable() });
export type Standing = z.infer<typeof Standing>;

/** One line of the first screen. */
export const ReportLine = Standing.extend({
  id: StoredId,
  /** The id of the form that it follows. */
  form: z.string(),
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

export const Opened = Saved.extend({
  kind: z.literal("sound"),
  id: StoredId,
  report: ReportShape,
  place: WritingPlace.nullable(),
  /** How many of its states have a name. */
  versions: Count,
});
export type Opened = z.infer<typeof Opened>;

/** The last state does not answer to its hash: it is not shown, and the newest one that does is offered. */
export const Broken = z.strictObject({ kind: z.literal("broken"), id: StoredId, last: Saved, sound: Saved });
export type Broken = z.infer<typeof Broken>;

export const SaveInput = z.strictObject({
  id: StoredId,
  base: Revision,
  /**
   * Whoever has the report open, anew at each opening. States that the same writer added after `base` are its own,
   * saved in spite of an answer that was lost: they are no conflict.
   */
  writer: z.uuid(),
  report: ReportShape,
  standing: Standing,
});
export type SaveInput = z.infer<typeof SaveInput>;

/** A line that the clerk fills in; an empty one is `null`. */
const Particular = z.string().trim().min(1).max(200).nullable();

/** The office that reports, as it stands at the head and foot of its annexes. */
export const OfficeShape: z.ZodType<Office> = z.strictObject({
  unit: Particular,
  head: Particular,
  reviewer: Particular,
  filler: Particular,
  phone: Particular,
});

/** Why the database cannot be used. */
export const Trouble = z.enum(["damaged", "locked", "read-only", "newer", "missing", "full", "failed"]);
export type Trouble = z.infer<typeof Trouble>;

/** A checked copy of the whole database that can take its place. */
export const Snapshot = z.strictObject({ id: z.string().min(1).max(255), at: Moment });
export type Snapshot = z.infer<typeof Snapshot>;

/** What the first screen shows: the reports, or what keeps them away and which copies there are. */
export const Shelf = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("ready"),
    folder: z.string(),
    reports: z.array(ReportLine),
    /** `null` until the clerk has filled it in. */
    office: OfficeShape.nullable(),
  }),
  z.strictObject({
    kind: z.literal("trouble"),
    trouble: Trouble,
    folder: z.string(),
    /** What is the matter, in a few words. */
    title: z.string(),
    /** What happened, what is safe, and what to do. */
    message: z.string(),
    snapshots: z.array(Snapshot),
  }),
]);
export type Shelf = z.infer<typeof Shelf>;

/** The kinds of file that a report goes out as. */
export const ExportKind = z.enum(["docx", "xlsx", "json"]);
export type ExportKind = z.infer<typeof ExportKind>;

/** A folder to write into: an opaque id that main gave out, and its name to show, never its path. */
export const ExportFolder = z.strictObject({ id: z.uuid(), name: z.string() });
export type ExportFolder = z.infer<typeof ExportFolder>;

/** A file's name without folders; main leaves out what file systems do not take. */
export const FileName = z.string().trim().min(1).max(MAX_NAME_LENGTH);

export const ExportInput = z
  .strictObject({
    folder: ExportFolder.shape.id,
    report: ReportShape,
    kinds: z.array(ExportKind).max(ExportKind.options.length),
    /** Without its ending; every kind has the same. */
    name: FileName,
    /** The check record goes beside them, as a Word file. */
    record: z.boolean(),
    /** Files of the same names are replaced; otherwise the new ones get a number. */
    replace: z.boolean(),
    /** How files are named from now on (`namePattern`); `null` leaves that as it is. */
    pattern: FileName.nullable(),
  })
  .refine(({ kinds, record }) => kinds.length > 0 || record);
export type ExportInput = z.infer<typeof ExportInput>;

/** What lies in the folder now: names for the clerk, never a path; `id` is for showing them. */
export const Exported = z.strictObject({ id: z.uuid(), folder: z.string(), files: z.array(z.string()) });
export type Exported = z.infer<typeof Exported>;
