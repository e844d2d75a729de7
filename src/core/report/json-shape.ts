import { z } from "zod";
import { formatDecimal, parseDecimal } from "../decimal.ts";
import { type Cell, EMPTY_ANNEX, REPORT_SCHEMA, type Report } from "./report.ts";

/** The report JSON as other programs may write it. What the contract calls optional has a default here. */
const OptionalText = z.string().nullable().default(null);
const Level = z.enum(["error", "warning", "ask", "info"]);
const CellPlace = z.object({ table: z.string(), row: z.string(), column: z.string() });
const Place = z.union([CellPlace, z.object({ section: z.string() })]);

/** A number has exact decimal text; blank and na have none. Anything between is refused, not guessed. */
const CellFile = z
  .object({
    row: z.string().min(1),
    column: z.string().min(1),
    label: z.string().default(""),
    unit: z.string().default(""),
    state: z.enum(["number", "blank", "na"]),
    value: z.string().nullable().default(null),
    raw: z.string().exactOptional(),
    note: z.string().exactOptional(),
  })
  .transform((cell, context): Cell => {
    const amount = cell.value === null ? null : parseDecimal(cell.value);
    const refuse = (message: string) =>
      context.issues.push({ code: "custom", message, input: cell.value, path: ["value"] });
    if (cell.state !== "number") {
      if (cell.value !== null) refuse(`state 是 ${cell.state} 的格子不能有数，这里却写着“${cell.value}”`);
      return { ...cell, value: null };
    }
    if (!amount) {
      refuse(
        cell.value === null ? "state 是 number 的格子缺少数" : `“${cell.value}”不是数，应写成 "7"、"160.5964" 这样`,
      );
      return { ...cell, value: null };
    }
    return { ...cell, value: formatDecimal(amount) };
  });

const AnnexFile = z
  .object({
    number: OptionalText,
    title: OptionalText,
    unit: OptionalText,
    head: OptionalText,
    reviewer: OptionalText,
    filler: OptionalText,
    phone: OptionalText,
    date: OptionalText,
  })
  .default(EMPTY_ANNEX);

const Tables = z.array(z.object({ key: z.string().min(1), cells: z.array(CellFile) }));

export const ReportFile = z.object({
  schema: z.literal(REPORT_SCHEMA),
  form: z.string().min(1),
  year: z.int().nullable().default(null),
  unit: OptionalText,
  title: OptionalText,
  sections: z.array(z.object({ key: z.string().min(1), heading: z.string(), paragraphs: z.array(z.string()) })),
  tables: Tables,
  annex: AnnexFile,
  extra: z.array(z.string()).default([]),
  dropped: z.array(z.object({ text: z.string(), why: z.string() })).default([]),
  messages: z
    .array(z.object({ level: Level, code: z.string(), text: z.string(), at: Place.exactOptional() }))
    .default([]),
  content: z.unknown().exactOptional(),
  stale: z
    .array(z.object({ section: z.string(), paragraph: z.int(), from: z.int(), to: z.int(), reason: z.string() }))
    .exactOptional(),
  reasons: z
    .array(
      z.object({
        code: z.string(),
        cells: z.array(CellPlace),
        text: z.string(),
        by: z.string(),
        at: z.string(),
        kind: z.enum(["lifted", "ignored"]),
        said: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
  reference: z
    .object({ form: z.string().min(1), year: z.int().nullable().default(null), tables: Tables })
    .exactOptional(),
}) satisfies z.ZodType<Report>;
