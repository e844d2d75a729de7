import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Answer, fail } from "../../contract/answer.ts";
import type { Saved } from "../../contract/reports.ts";
import { createSaver, RETRY_MS, type Saver, type SaveState, THROTTLE_MS } from "./saver.ts";

/** What the store holds, with the moment of each commit; commits take `delay`. */
interface Disk {
  readonly commits: { readonly state: string; readonly base: number; readonly at: number }[];
  delay: number;
  refuse: "store" | "conflict" | null;
}

let disk: Disk;
let told: SaveState[];
let saver: Saver<string>;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  disk = { commits: [], delay: 20, refuse: null };
  told = [];
  let revision = 1;
  saver = createSaver<string>({
    saved: { revision, at: "2026-01-01T00:00:00Z" },
    send: async (base, state): Promise<Answer<Saved>> => {
      await new Promise((done) => setTimeout(done, disk.delay));
      if (disk.refuse) return fail(disk.refuse, "没有保存。");
      if (base !== revision) return fail("conflict", "别处已经保存过。");
      revision += 1;
      disk.commits.push({ state, base, at: Date.now() });
      return { ok: true, value: { revision, at: new Date().toISOString() } };
    },
    tell: (state) => told.push(state),
  });
});
afterEach(() => {
  saver.stop();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const last = () => told.at(-1);
const onDisk = () => disk.commits.at(-1)?.state;

describe("a change", () => {
  it("is committed within a second, and only then called saved", async () => {
    saver.changed("a");
    expect(last()).toEqual({ kind: "saving" });
    await pass(THROTTLE_MS);
    expect(last()).toEqual({ kind: "saving" });
    await pass(disk.delay);
    expect(onDisk()).toBe("a");
    expect(last()).toEqual({ kind: "saved", at: new Date(THROTTLE_MS + disk.delay).toISOString() });
    await pass(10_000);
    expect(disk.commits).toHaveLength(1);
  });

  it("is committed within a second also while typing goes on", async () => {
    const made = new Map<string, number>();
    for (let n = 0; n < 200; n += 1) {
      made.set(String(n), Date.now());
      saver.changed(String(n));
      await pass(70);
    }
    await pass(1_000);
    for (const [state, at] of made) {
      const commit = disk.commits.find((one) => Number(one.state) >= Number(state));
      expect((commit?.at ?? Infinity) - at).toBeLessThanOrEqual(1_000);
    }
    expect(disk.commits.length).toBeLessThan(60);
  });

  it("is never called saved while another waits", async () => {
    saver.changed("a");
    await pass(THROTTLE_MS + 1);
    saver.changed("b");
    await pass(disk.delay);
    expect(onDisk()).toBe("a");
    expect(last()).toEqual({ kind: "saving" });
    await pass(1_000);
    expect(onDisk()).toBe("b");
    expect(last()?.kind).toBe("saved");
  });
});

describe("flush", () => {
  it("sends at once and resolves after the commit, changes made meanwhile too", async () => {
    saver.changed("a");
    const flushed = saver.flush();
    saver.changed("b");
    await pass(2 * disk.delay);
    expect(await flushed).toBe(true);
    expect(disk.commits.map(({ state }) => state)).toEqual(["a", "b"]);
  });

  it("has nothing to do when nothing was changed", async () => {
    expect(await saver.flush()).toBe(true);
    expect(disk.commits).toEqual([]);
  });

  it("says so when the store refuses", async () => {
    disk.refuse = "store";
    saver.changed("a");
    const flushed = saver.flush();
    await pass(disk.delay);
    expect(await flushed).toBe(false);
  });
});

describe("an IME composition", () => {
  it("is not saved while it is open; the state before it is", async () => {
    saver.changed("a");
    saver.composing(true);
    saver.changed("a n");
    saver.changed("a ni");
    await pass(5_000);
    expect(disk.commits.map(({ state }) => state)).toEqual(["a"]);
    expect(await saver.flush()).toBe(true);
    saver.changed("a你");
    saver.composing(false);
    expect(last()).toEqual({ kind: "saving" });
    await pass(1_000);
    expect(disk.commits.map(({ state }) => state)).toEqual(["a", "a你"]);
    expect(last()?.kind).toBe("saved");
  });

  it("that comes to nothing saves nothing", async () => {
    saver.composing(true);
    saver.composing(false);
    await pass(5_000);
    expect(disk.commits).toEqual([]);
  });
});

describe("a save that fails", () => {
  it("stays said until one succeeds, and is tried again by itself", async () => {
    disk.refuse = "store";
    saver.changed("a");
    await pass(THROTTLE_MS + disk.delay);
    expect(last()).toEqual({ kind: "unsaved", error: { code: "store", message: "没有保存。" } });
    saver.changed("b");
    await pass(RETRY_MS + disk.delay);
    expect(last()?.kind).toBe("unsaved");
    disk.refuse = null;
    await pass(RETRY_MS + disk.delay);
    expect(onDisk()).toBe("b");
    expect(last()?.kind).toBe("saved");
  });

  it("by a conflict is not tried again: nothing is overwritten", async () => {
    disk.refuse = "conflict";
    saver.changed("a");
    await pass(THROTTLE_MS + disk.delay);
    disk.refuse = null;
    saver.changed("b");
    expect(await saver.flush()).toBe(false);
    await pass(60_000);
    expect(disk.commits).toEqual([]);
    expect(last()).toMatchObject({ kind: "unsaved", error: { code: "conflict" } });
  });

  it("is said too when the call itself breaks off", async () => {
    const broken = createSaver<string>({
      saved: { revision: 1, at: "" },
      send: () => Promise.reject(new Error("gone")),
      tell: (state) => told.push(state),
    });
    broken.changed("a");
    await pass(THROTTLE_MS);
    broken.stop();
    expect(last()?.kind).toBe("unsaved");
  });
});

it("holds its promise whatever is typed, composed and flushed, and however slow the disk", async () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.constant("type" as const) },
    fc.constant("compose" as const),
    fc.constant("end" as const),
    fc.constant("flush" as const),
  );
  const steps = fc.array(fc.tuple(step, fc.integer({ min: 1, max: 400 })), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 390 }), async (all, delay) => {
      const commits: { state: number; at: number }[] = [];
      const made: { state: number; at: number; composition: number | null }[] = [];
      let [revision, state, compositions] = [1, 0, 0];
      let open: number | null = null;
      const composedNow = (sent: number) => made.some((one) => one.state === sent && one.composition === open);
      const one = createSaver<number>({
        saved: { revision, at: "" },
        send: async (base, sent) => {
          expect(open !== null && composedNow(sent)).toBe(false);
          await later(delay);
          if (base !== revision) return fail("conflict", "别处已经保存过。");
          revision += 1;
          commits.push({ state: sent, at: Date.now() });
          return { ok: true, value: { revision, at: "" } };
        },
        tell: () => {},
      });
      for (const [what, pause] of all) {
        if (what === "type") {
          state += 1;
          made.push({ state, at: Date.now(), composition: open });
          one.changed(state);
        } else if (what === "flush") void one.flush();
        else {
          if (what === "end") open = null;
          else open ??= compositions += 1;
          one.composing(open !== null);
        }
        await pass(pause);
      }
      open = null;
      one.composing(false);
      await pass(3_000);
      expect(commits.at(-1)?.state ?? 0).toBe(state);
      for (const { state: typed, at, composition } of made) {
        const commit = commits.find((candidate) => candidate.state >= typed);
        if (composition === null) expect((commit?.at ?? Infinity) - at).toBeLessThanOrEqual(THROTTLE_MS + 2 * delay);
      }
      one.stop();
    }),
    { numRuns: 60 },
  );
});

function later(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
