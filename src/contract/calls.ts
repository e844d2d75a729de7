import { z } from "zod";
import { FormFile } from "../core/form/schema.ts";
import { ReportFile } from "../core/report/json-shape.ts";
import type { Report } from "../core/report/report.ts";
import type { Answer } from "./answer.ts";
import type { Call, Event } from "./channels.ts";
import { MAX_FILE_BYTES, MAX_FILES, MAX_NAME_LENGTH } from "./limits.ts";

/** An opaque id that main gave out. The window never sends or sees a path. */
const SourceId = z.uuid();

/** Files that main will read when asked: an id, and a name to show (never a path). */
const Source = z.strictObject({ id: SourceId, name: z.string() });

const Nothing = z.undefined();

/** What a stranger's file became is checked once more: the process that read it is not trusted. */
const ReportShape: z.ZodType<Report> = ReportFile;

const DroppedFile = z.strictObject({
  name: z.string().min(1).max(MAX_NAME_LENGTH),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_FILE_BYTES),
});

/** What each call takes and gives. Handlers in main and callers in the window derive their types from here. */
export const CONTRACT = {
  /** What to show first: the file named at the start, the sample, or nothing. */
  "app:start": { input: Nothing, output: z.strictObject({ version: z.string(), source: Source.nullable() }) },
  "forms:all": { input: Nothing, output: z.array(FormFile) },
  /** Shows the system's dialog; `null` when the clerk changed their mind. */
  "source:choose": { input: Nothing, output: Source.nullable() },
  /** Takes files dropped on the window, as bytes. */
  "source:drop": {
    input: z.strictObject({ files: z.array(DroppedFile).min(1).max(MAX_FILES) }),
    output: Source,
  },
  "source:sample": { input: Nothing, output: Source },
  /** Reads the files as one report, in a process of its own. */
  "source:read": { input: z.strictObject({ id: SourceId }), output: ReportShape },
  "source:cancel": { input: z.strictObject({ id: SourceId }), output: z.null() },
  /** The window has painted: the report of this source, or a screen without a report (`null`). */
  "screen:shown": { input: z.strictObject({ id: SourceId.nullable() }), output: z.null() },
  "window:close": { input: Nothing, output: z.null() },
} satisfies Record<Call, { input: z.ZodType; output: z.ZodType }>;

export type Contract = typeof CONTRACT;
export type Input<C extends Call> = z.infer<Contract[C]["input"]>;
export type Output<C extends Call> = z.infer<Contract[C]["output"]>;
export type SourceRef = z.infer<typeof Source>;

/** What main tells the window unasked. `source:offered`: a second start of the program named a file. */
export interface EventPayload extends Record<Event, unknown> {
  "source:offered": SourceRef;
}

/** What the preload script puts into the page as `window.nianbao`. */
export interface Bridge {
  readonly call: { readonly [C in Call]: (input: Input<C>) => Promise<Answer<Output<C>>> };
  readonly on: { readonly [E in Event]: (listener: (payload: EventPayload[E]) => void) => () => void };
}
