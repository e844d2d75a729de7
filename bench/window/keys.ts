import { readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { electronPath, type Program, switches } from "./electron.ts";

/** A program whose keys are pressed and timed. */
export interface Keyed {
  readonly page: Page;
  /** Presses a key; how long that took to the screen is told by `end`. */
  readonly press: (key: string, pause?: boolean) => Promise<void>;
  /**
   * Closes the program. Of each key pressed the milliseconds from the moment at which the browser process had it to
   * the moment at which the frame that shows its effect was given to the screen: Chromium's own measure (the trace's
   * `EventLatency`), taken outside the page.
   */
  readonly end: () => Promise<number[]>;
}

const HOLD_READY = resolve(import.meta.dirname, "../../test/e2e/hold-ready.cjs");

/** Starts a program under Playwright and begins to trace its input. */
export async function keyed(program: Program): Promise<Keyed> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: ["-r", HOLD_READY, ...switches(program), ...program.args],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await app.firstWindow();
  await app.evaluate(({ contentTracing }) => contentTracing.startRecording({ included_categories: ["input"] }));
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
      const latencies = await recorded(app);
      await app.close();
      if (latencies.length !== pressed) throw new Error(`${latencies.length} of ${pressed} keys were traced`);
      return latencies;
    },
  };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds. */
  readonly ts: number;
  readonly id2?: { readonly local?: string };
  readonly args?: { readonly event_latency?: { readonly event_type?: string } };
}

async function recorded(app: ElectronApplication): Promise<number[]> {
  const path = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(readFileSync(path, "utf8"));
  rmSync(path);
  const events = traceEvents.filter(({ name }) => name === "EventLatency").sort((a, b) => a.ts - b.ts);
  const begun = new Map<string, number>();
  const latencies: number[] = [];
  for (const { ph, ts, id2, args } of events) {
    const id = id2?.local ?? "";
    if (ph === "b" && args?.event_latency?.event_type === "KEY_PRESSED") begun.set(id, ts);
    const since = ph === "e" ? begun.get(id) : undefined;
    if (since === undefined) continue;
    latencies.push((ts - since) / 1_000);
    begun.delete(id);
  }
  return latencies;
}
