import { z } from "zod";
import { REPORT_SCHEMA, type Report } from "../core/report/report.ts";

/**
 * The shape of a report as it passes between processes. What a stranger's file became is checked once
 * more here, because the process that read it is not trusted.
 */
const Level = z.enum(["error", "warning", "ask", "info"]);
const CellPlace = z.strictObject({ table: z.string(), row: z.string(), column: z.string() });
const Place = z.union([CellPlace, z.strictObject({ section: z.string() })]);

const Message = z.strictObject({
  level: Level,
  code: z.string(),
  text: z.string(),
  at: Place.exactOptional(),
});

const Cell = z.strictObject({
  row: z.string(),
  column: z.string(),
  label: z.string(),
  unit: z.string(),
  state: z.enum(["number", "blank", "na"]),
  value: z.string().nullable(),
  raw: z.string().exactOptional(),
  note: z.string().exactOptional(),
});

const OptionalText = z.string().nullable();

const Annex = z.strictObject({
  number: OptionalText,
  title: OptionalText,
  unit: OptionalText,
  head: OptionalText,
  reviewer: OptionalText,
  filler: OptionalText,
  phone: OptionalText,
  date: OptionalText,
});

const StaleMark = z.strictObject({
  section: z.string(),
  paragraph: z.int(),
  from: z.int(),
  to: z.int(),
  reason: z.string(),
});

const Reason = z.strictObject({
  code: z.string(),
  cells: z.array(CellPlace),
  text: z.string(),
  by: z.string(),
  at: z.string(),
  kind: z.enum(["lifted", "ignored"]),
});

export const ReportShape: z.ZodType<Report> = z.strictObject({
  schema: z.literal(REPORT_SCHEMA),
  form: z.string(),
  year: z.int().nullable(),
  unit: OptionalText,
  title: OptionalText,
  sections: z.array(z.strictObject({ key: z.string(), heading: z.string(), paragraphs: z.array(z.string()) })),
  tables: z.array(z.strictObject({ key: z.string(), cells: z.array(Cell) })),
  annex: Annex,
  extra: z.array(z.string()),
  dropped: z.array(z.strictObject({ text: z.string(), why: z.string() })),
  messages: z.array(Message),
  content: z.unknown().exactOptional(),
  stale: z.array(StaleMark).exactOptional(),
  reasons: z.array(Reason).exactOptional(),
});
