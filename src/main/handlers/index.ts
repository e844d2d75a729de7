import { readFile } from "node:fs/promises";
import type { SourceRef } from "../../contract/calls.ts";
import { parseReportJson } from "../../core/report/json.ts";
import type { Report } from "../../core/report/report.ts";
import type { Handlers } from "../ipc.ts";
import type { LastOpen } from "../last-open.ts";
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
  readonly lastOpen: LastOpen;
  readonly settings: SettingsFile;
  /** Says on the terminal what the window shows. */
  readonly say: (line: string) => void;
  /** The page is there: from now on it is asked before the window closes. */
  readonly pageReady: () => void;
  readonly paste: () => void;
  /** The contrast theme is on in the page, or not. */
  readonly colourFrame: (dark: boolean) => void;
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
  const stored = new Set<string>();
  let started = false;
  return {
    ...readingHandlers({ ...around, named: (id, { report }) => named(id, report) }),
    ...keepingHandlers({
      ...around,
      named: (id, report) => {
        stored.add(id);
        named(id, report);
      },
    }),
    ...exportHandlers(around),
    "app:start": () => {
      around.pageReady();
      const { version, first, sample, settings } = around;
      const last = around.lastOpen.take();
      // A file named at the start is what the clerk wants, but not once more when the page comes back.
      const resume = started || first === null ? last : null;
      started = true;
      const begin = resume === null ? { source: first, sample } : { source: null, sample: false };
      return {
        ok: true,
        value: { version, ...begin, resume, signer: settings.get().signer, look: settings.get().look },
      };
    },
    "forms:all": () => ({ ok: true, value: [...around.forms] }),
    // A file of our own, no stranger's: it needs no process apart.
    "source:sample": async () => {
      const parsed = parseReportJson(JSON.parse(await readFile(around.samplePath, "utf8")));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
      return { ok: true, value: { source: around.sources.addPaths([around.samplePath]), report: parsed.report } };
    },
    "signer:remember": ({ name }) => {
      void around.settings.set({ signer: name });
      return done;
    },
    "screen:shown": ({ id }) => {
      around.lastOpen.shown(id !== null && stored.has(id) ? id : null);
      around.say(`窗口已打开：${id === null ? "没有打开报告" : (titles.get(id) ?? "文件读不出来")}`);
      // What `npm start` waits for.
      around.say("nianbao: window ready");
      return done;
    },
    "edit:paste": () => {
      around.paste();
      return done;
    },
    "window:look": ({ dark, ...look }) => {
      around.colourFrame(dark);
      void around.settings.set({ look });
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
