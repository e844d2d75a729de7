import { z } from "zod";
import { FormFile } from "../core/form/schema.ts";
import type { Answer } from "./answer.ts";
import type { Call, Event } from "./channels.ts";
import { MAX_FILE_BYTES, MAX_FILES, MAX_NAME_LENGTH } from "./limits.ts";
import { Look } from "./look.ts";
import {
  Broken,
  Exported,
  ExportFolder,
  ExportInput,
  FileName,
  OfficeShape,
  Opened,
  Saved,
  SaveInput,
  Shelf,
  Snapshot,
  Standing,
  StoredId,
} from "./reports.ts";
import { Reading, type ReadingProgress, ReportShape } from "./review.ts";

/** An opaque id that main gave out. The window never sends or sees a path. */
const SourceId = z.uuid();

/** Files that main will read when asked: an id, and a name to show (never a path). */
const Source = z.strictObject({ id: SourceId, name: z.string() });

/** The name under which reasons are written. */
const Signer = z.string().trim().min(1).max(40);

const Nothing = z.undefined();

const DroppedFile = z.strictObject({
  name: z.string().min(1).max(MAX_NAME_LENGTH),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_FILE_BYTES),
});

/** What each call takes and gives. Handlers in main and callers in the window derive their types from here. */
export const CONTRACT = {
  /** What to show first: the file named at the start, the sample, what a crash took away, or the first screen. */
  "app:start": {
    input: Nothing,
    output: z.strictObject({
      version: z.string(),
      source: Source.nullable(),
      sample: z.boolean(),
      /** The report of the database that was on the screen when the page or the program ended without a word. */
      resume: StoredId.nullable(),
      /** Who wrote the last reason on this machine. */
      signer: Signer.nullable(),
      look: Look,
    }),
  },
  "forms:all": { input: Nothing, output: z.array(FormFile) },
  /** Shows the system's dialog; `null` when the clerk changed their mind. */
  "source:choose": { input: Nothing, output: Source.nullable() },
  /** Takes files dropped on the window, as bytes. */
  "source:drop": {
    input: z.strictObject({ files: z.array(DroppedFile).min(1).max(MAX_FILES) }),
    output: Source,
  },
  /** The project's own report. */
  "source:sample": { input: Nothing, output: z.strictObject({ source: Source, report: ReportShape }) },
  /** Reads the files as one report, in a process of its own; `source:progress` tells how far it is. */
  "source:read": { input: z.strictObject({ id: SourceId }), output: Reading },
  "source:cancel": { input: z.strictObject({ id: SourceId }), output: z.null() },
  /** The reports on this machine, or what keeps them away. */
  "shelf:list": { input: Nothing, output: Shelf },
  /** Opens the database once more, after the clerk has done something about the trouble. */
  "shelf:retry": { input: Nothing, output: Shelf },
  /** Puts a copy in the database's place; what stood there is moved aside, never deleted. */
  "shelf:restore": { input: z.strictObject({ snapshot: Snapshot.shape.id }), output: Shelf },
  /** Shows the system's dialog and uses the database of that folder; `null` when the clerk changed their mind. */
  "shelf:choose-folder": { input: Nothing, output: Shelf.nullable() },
  /** Copies the database into a folder of the system's dialog and goes on there; `null` as above. */
  "shelf:move": { input: Nothing, output: Shelf.nullable() },
  /** Begins an empty database where none was found. */
  "shelf:begin-new": { input: Nothing, output: Shelf },
  /** Keeps the office's particulars for the reports to come. */
  "office:save": { input: OfficeShape, output: z.null() },
  /** Puts a report into the database in one transaction, with the files that it was read from. */
  "report:create": {
    input: z.strictObject({ source: SourceId.nullable(), report: ReportShape, standing: Standing }),
    output: Saved.extend({ id: StoredId }),
  },
  "report:open": {
    input: z.strictObject({ id: StoredId }),
    output: z.discriminatedUnion("kind", [Opened, Broken]),
  },
  /** Makes an earlier state the last one, by adding it once more: nothing is taken away. */
  "report:go-back": { input: z.strictObject({ id: StoredId, revision: z.int().min(1) }), output: Opened },
  /** Answers only after the commit. Refused as `conflict` when another has saved after `base`. */
  "report:save": { input: SaveInput, output: Saved },
  /** Names the last state; answers how many states have a name. */
  "report:name-version": {
    input: z.strictObject({ id: StoredId, name: z.string().trim().min(1).max(80) }),
    output: z.int().min(1),
  },
  /** Where the last export went, if that folder is still there, and how the unit names its files. */
  "export:begin": {
    input: Nothing,
    output: z.strictObject({ folder: ExportFolder.nullable(), pattern: z.string().nullable() }),
  },
  /** Shows the system's dialog; `null` when the clerk changed their mind. */
  "export:choose-folder": { input: Nothing, output: ExportFolder.nullable() },
  /** Which of these file names the folder has already. */
  "export:taken": {
    input: z.strictObject({ folder: ExportFolder.shape.id, names: z.array(FileName).min(1).max(8) }),
    output: z.array(z.string()),
  },
  /** Writes the files, each whole or not at all; `export:progress` tells which. */
  "report:export": { input: ExportInput, output: Exported },
  /** Stops the export that is going on, if one is. */
  "export:cancel": { input: Nothing, output: z.null() },
  /** Shows what was exported in the system's file manager. */
  "export:show": { input: z.strictObject({ id: Exported.shape.id }), output: z.null() },
  /** Pastes into what has the keyboard, as Ctrl+V does: a page cannot read the clipboard by itself. */
  "edit:paste": { input: Nothing, output: z.null() },
  "signer:remember": { input: z.strictObject({ name: Signer }), output: z.null() },
  /** The window has painted: the report of this source or stored id, or a screen without a report (`null`). */
  "screen:shown": { input: z.strictObject({ id: StoredId.nullable() }), output: z.null() },
  /** Remembers how the window looks, and colours the system's buttons to it. `dark`: the contrast theme is on now. */
  "window:look": { input: Look.extend({ dark: z.boolean() }), output: z.null() },
  "window:close": { input: Nothing, output: z.null() },
  /** The answer to `window:closing`: to leave (all is saved, or the clerk wants it all the same), or to stay. */
  "window:decide": { input: z.strictObject({ leave: z.boolean() }), output: z.null() },
} satisfies Record<Call, { input: z.ZodType; output: z.ZodType }>;

export type Contract = typeof CONTRACT;
export type Input<C extends Call> = z.infer<Contract[C]["input"]>;
export type Output<C extends Call> = z.infer<Contract[C]["output"]>;
export type SourceRef = z.infer<typeof Source>;

/** What main tells the window unasked. */
export interface EventPayload extends Record<Event, unknown> {
  /** A second start of the program named a file. */
  "source:offered": SourceRef;
  "source:progress": { readonly id: string; readonly progress: ReadingProgress };
  /** The file `file` of `files` (from 1) is being written. */
  "export:progress": { readonly file: number; readonly files: number; readonly name: string };
  /** The clerk closes the window: save what is open, then call `window:decide`. */
  "window:closing": null;
}

/** What the preload script puts into the page as `window.nianbao`. */
export interface Bridge {
  readonly call: { readonly [C in Call]: (input: Input<C>) => Promise<Answer<Output<C>>> };
  readonly on: { readonly [E in Event]: (listener: (payload: EventPayload[E]) => void) => () => void };
}
