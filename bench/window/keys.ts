import { readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { electronPath, type Program, switches } from "./electron.ts";

/** A program whose keys are pressed and timed. */
export interface Keyed {
  readonly page: Page;
  /** Presses a key; how long that took to the screen is told by `end`. */
  readonly press: (key: string, pause?: boolean) => Promise<void>;
  /** Closes the program and tells of each key pressed what the trace says: taken outside the page, by Chromium. */
  readonly end: () => Promise<Keystroke[]>;
}

/** Milliseconds from the moment at which the browser process had a key. */
export interface Keystroke {
  /** To the moment at which the frame that shows its effect was given to the screen (`EventLatency`). */
  readonly painted: number;
  /** To the end of the frame in which the page said `SEEN`; `null` where it did not before the next key. */
  readonly seen: number | null;
}

/** The mark (`performance.mark`) by which a page says that what is waited for stands in the document. */
export const SEEN = "seen";

const HOLD_READY = resolve(import.meta.dirname, "../../test/e2e/hold-ready.cjs");

/** Starts a program under Playwright and begins to trace its input. */
export async function keyed(program: Program): Promise<Keyed> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: ["-r", HOLD_READY, ...switches(program), ...program.args],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await app.firstWindow();
  await app.evaluate(
    ({ contentTracing }, included_categories) => contentTracing.startRecording({ included_categories }),
    CATEGORIES,
  );
  let pressed = 0;
  return {
    page,
    press: async (key, pause = true) => {
      pressed += 1;
      await page.keyboard.press(key);
      if (!pause) return;
      // Nobody types at the pace of the screen: each key meets another moment between two frames.
      await page.waitForTimeout(60 + ((pressed * 7) % 17));
    },
    end: async () => {
      const keystrokes = keystrokesOf(await recorded(app));
      await app.close();
      if (keystrokes.length !== pressed) throw new Error(`${keystrokes.length} of ${pressed} keys were traced`);
      return keystrokes;
    },
  };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly id2?: { readonly local?: string };
  readonly args?: { readonly event_latency?: { readonly event_type?: string } };
}

/** Keys, marks of the page, and the frames of its main thread. */
const CATEGORIES = ["input", "blink.user_timing", "cc"];
const FRAME = "ProxyMain::BeginMainFrame";

/** What was traced, in order of time. */
async function recorded(app: ElectronApplication): Promise<readonly TraceEvent[]> {
  const path = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(readFileSync(path, "utf8"));
  rmSync(path);
  return traceEvents.sort((a, b) => a.ts - b.ts);
}

function keystrokesOf(events: readonly TraceEvent[]): Keystroke[] {
  const latencies = events.filter(({ name }) => name === "EventLatency");
  const begun = latencies.filter(({ ph, args }) => ph === "b" && args?.event_latency?.event_type === "KEY_PRESSED");
  const frames = events.flatMap(({ name, ts, dur }) => (name === FRAME && dur !== undefined ? ts + dur : []));
  const marks = events.flatMap(({ name, ts }) => (name === SEEN ? ts : []));
  return begun.flatMap(({ ts: since, id2 }, i) => {
    const end = latencies.find(({ ph, ts, id2: id }) => ph === "e" && ts >= since && id?.local === id2?.local);
    if (!end) return [];
    const next = begun[i + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const mark = marks.find((ts) => ts >= since && ts < next);
    const shown = mark === undefined ? undefined : frames.find((ts) => ts >= mark);
    return { painted: (end.ts - since) / 1_000, seen: shown === undefined ? null : (shown - since) / 1_000 };
  });
}
