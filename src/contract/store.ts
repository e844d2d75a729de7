import { z } from "zod";
import { OfficeShape, SaveInput, Snapshot, Standing, StoredId } from "./reports.ts";
import { ReportShape } from "./review.ts";

const Original = z.strictObject({
  name: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

/** What main asks of the store process; it answers in the order in which it was asked. */
export const StoreRequest = z.discriminatedUnion("ask", [
  /** Opens the database of a folder. Where it is missing one is begun, unless one is `expected` there. */
  z.strictObject({ ask: z.literal("use"), folder: z.string().min(1), expected: z.boolean() }),
  z.strictObject({ ask: z.literal("shelf") }),
  /** Copies the database into a folder that has none, and opens it there. */
  z.strictObject({ ask: z.literal("move"), folder: z.string().min(1) }),
  z.strictObject({ ask: z.literal("restore"), snapshot: Snapshot.shape.id }),
  z.strictObject({
    ask: z.literal("create"),
    report: ReportShape,
    standing: Standing,
    originals: z.array(Original),
  }),
  z.strictObject({ ask: z.literal("open"), id: StoredId }),
  z.strictObject({ ask: z.literal("go-back"), id: StoredId, revision: z.int().min(1) }),
  SaveInput.extend({ ask: z.literal("save") }),
  z.strictObject({ ask: z.literal("name"), id: StoredId, name: z.string().min(1) }),
  z.strictObject({ ask: z.literal("office"), office: OfficeShape }),
  /** Takes a snapshot of what has changed since the last one and closes the database. */
  z.strictObject({ ask: z.literal("close") }),
]);
export type StoreRequest = z.infer<typeof StoreRequest>;

/** Requests and answers carry a number, so that each answer finds its question. */
export const StoreMessage = z.strictObject({ number: z.int(), request: StoreRequest });
export type StoreMessage = z.infer<typeof StoreMessage>;
