import { stat } from "node:fs/promises";
import type { SourceRef } from "../../contract/calls.ts";
import type { Report } from "../../core/report/report.ts";
import type { Handlers } from "../ipc.ts";
import type { SettingsFile } from "../settings.ts";
import { type ExportSurroundings, exportHandlers } from "./export.ts";
import { type KeepingSurroundings, keepingHandlers } from "./keeping.ts";
import { type ReadingSurroundings, readingHandlers } from "./reading.ts";

/** What the handlers need of the program around them; the tests give them something smaller. */
export interface Surroundings
  extends Omit<ReadingSurroundings, "named">,
    Omit<KeepingSurroundings, "named">,
    ExportSurroundings {
  readonly version: string;
  /** What to show first: the files named at the start, or the project's own sample. */
  readonly first: SourceRef | null;
  readonly sample: boolean;
  readonly samplePath: string;
  readonly settings: SettingsFile;
  /** Says on the terminal what the window shows. */
  readonly say: (line: string) => void;
  /** The page is there: from now on it is asked before the window closes. */
  readonly pageReady: () => void;
  readonly paste: () => void;
  readonly closeWindow: () => void;
  readonly decideClosing: (leave: boolean) => void;
}

const done = { ok: true, value: null } as const;

/** Everything main does for the window. */
export function makeHandlers(around: Surroundings): Handlers {
  const titles = new Map<string, string>();
  const named = (id: string, { unit, year }: Report): void => {
    titles.set(id, `${unit ?? "（单位未知）"} ${year ?? "（年度未知）"}`);
  };
  return {
    ...readingHandlers({ ...around, named: (id, { report }) => named(id, report) }),
    ...keepingHandlers({ ...around, named }),
    ...exportHandlers(around),
    "app:start": () => {
      around.pageReady();
      const { version, first: source, sample, settings } = around;
      return { ok: true, value: { version, source, sample, signer: settings.get().signer } };
    },
    "forms:all": () => ({ ok: true, value: [...around.forms] }),
    "source:sample": async () => {
      await stat(around.samplePath);
      return { ok: true, value: around.sources.addPaths([around.samplePath]) };
    },
    "signer:remember": ({ name }) => {
      void around.settings.set({ signer: name });
      return done;
    },
    "screen:shown": ({ id }) => {
      around.say(`窗口已打开：${id === null ? "没有打开报告" : (titles.get(id) ?? "文件读不出来")}`);
      // What `npm start` waits for.
      around.say("nianbao: window ready");
      return done;
    },
    "edit:paste": () => {
      around.paste();
      return done;
    },
    "window:close": () => {
      around.closeWindow();
      return done;
    },
    "window:decide": ({ leave }) => {
      around.decideClosing(leave);
      return done;
    },
  };
}
