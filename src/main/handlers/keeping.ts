import type { Report } from "../../core/report/report.ts";
import type { Handlers } from "../ipc.ts";
import type { ReportStore } from "../report-store.ts";
import type { Sources } from "../sources.ts";

/** What keeping reports needs of the program around it. */
export interface KeepingSurroundings {
  readonly sources: Sources;
  readonly store: ReportStore;
  /** Shows the dialog with its title and the name of its button; `null` when cancelled. */
  readonly chooseFolder: (title: string, button: string) => Promise<string | null>;
  /** A report has been opened: how it is named on the terminal. */
  readonly named: (id: string, report: Report) => void;
}

type KeepingCalls =
  | "shelf:list"
  | "shelf:retry"
  | "shelf:restore"
  | "shelf:choose-folder"
  | "shelf:move"
  | "shelf:begin-new"
  | "office:save"
  | "report:create"
  | "report:open"
  | "report:go-back"
  | "report:save"
  | "report:name-version";

/** The database: which reports there are, and each saved state. */
export function keepingHandlers({
  sources,
  store,
  chooseFolder,
  named,
}: KeepingSurroundings): Pick<Handlers, KeepingCalls> {
  return {
    "shelf:list": () => store.list(),
    "shelf:retry": () => store.reopen(),
    "shelf:restore": ({ snapshot }) => store.restore(snapshot),
    "shelf:choose-folder": async () => {
      const folder = await chooseFolder("打开存放报告的文件夹", "用这个文件夹");
      return folder === null ? { ok: true, value: null } : store.reopen(folder);
    },
    "shelf:move": async () => {
      const folder = await chooseFolder("复制到哪个文件夹", "复制到这里");
      return folder === null ? { ok: true, value: null } : store.move(folder);
    },
    "shelf:begin-new": () => store.beginNew(),
    "office:save": (office) => store.saveOffice(office),
    "report:create": async ({ source, report, standing }) => {
      const originals = source === null ? { ok: true as const, value: [] } : await sources.load(source);
      if (!originals.ok) return originals;
      const created = await store.create(report, standing, originals.value);
      if (created.ok) named(created.value.id, report);
      return created;
    },
    "report:open": async ({ id }) => {
      const opened = await store.open(id);
      if (opened.ok && opened.value.kind === "sound") named(id, opened.value.report);
      return opened;
    },
    "report:go-back": async ({ id, revision }) => {
      const opened = await store.goBack(id, revision);
      if (opened.ok) named(id, opened.value.report);
      return opened;
    },
    "report:save": (input) => store.save(input),
    "report:name-version": ({ id, name }) => store.nameVersion(id, name),
  };
}
