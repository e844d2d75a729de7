import { z } from "zod";
import { ReportFile } from "../core/report/json-shape.ts";
import type { Report } from "../core/report/report.ts";

/** What a stranger's file became is checked once more: the process that read it is not trusted. */
export const ReportShape: z.ZodType<Report> = ReportFile;

/**
 * One line of a file as it was read, before anything was understood. `number` counts the paragraphs of the whole
 * source from 1; lines of a table and what is no part of the report (page numbers, …) have none. `file` stands where
 * a file begins, when there are several.
 */
export const SourceLine = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("file"), name: z.string() }),
  z.strictObject({ kind: z.literal("paragraph"), number: z.int().min(1), text: z.string() }),
  z.strictObject({ kind: z.literal("row"), cells: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("furniture"), text: z.string(), why: z.string() }),
]);
export type SourceLine = z.infer<typeof SourceLine>;

/** What was understood of a file, and beside it the file as it was read. */
export const Reading = z.strictObject({ report: ReportShape, source: z.array(SourceLine) });
export type Reading = z.infer<typeof Reading>;

/** What the reading process tells main, again and again before its answer. */
export const ReadingProgress = z.discriminatedUnion("step", [
  /** The file `file` of `files` (from 1) is being taken apart. */
  z.strictObject({ step: z.literal("file"), file: z.int().min(1), files: z.int().min(1) }),
  /** The form's sections and rows are being found. */
  z.strictObject({ step: z.literal("recognise") }),
]);
export type ReadingProgress = z.infer<typeof ReadingProgress>;
