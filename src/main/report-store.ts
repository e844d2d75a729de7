import type { Answer } from "../contract/answer.ts";
import type { Broken, Opened, Saved, SaveInput, Shelf, Standing } from "../contract/reports.ts";
import type { Office } from "../core/report/office.ts";
import type { Report } from "../core/report/report.ts";
import type { SourceFile } from "./sources.ts";

/** The database as the handlers need it. A trouble of the database is an answer too: nothing here throws. */
export interface ReportStore {
  readonly list: () => Promise<Answer<Shelf>>;
  /** Opens the database of the folder; without one, that of the folder in use once more. */
  readonly reopen: (folder?: string) => Promise<Answer<Shelf>>;
  /** Copies the database into the folder and opens it there. */
  readonly move: (folder: string) => Promise<Answer<Shelf>>;
  readonly restore: (snapshot: string) => Promise<Answer<Shelf>>;
  readonly beginNew: () => Promise<Answer<Shelf>>;
  readonly create: (
    report: Report,
    standing: Standing,
    originals: readonly SourceFile[],
  ) => Promise<Answer<Saved & { readonly id: string }>>;
  readonly open: (id: string) => Promise<Answer<Opened | Broken>>;
  readonly goBack: (id: string, revision: number) => Promise<Answer<Opened>>;
  readonly save: (input: SaveInput) => Promise<Answer<Saved>>;
  readonly saveOffice: (office: Office) => Promise<Answer<null>>;
  readonly nameVersion: (id: string, name: string) => Promise<Answer<number>>;
}
