// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { doWaiting } from "./after-frame.ts";
import { createStore } from "./store.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A store of a number with what was told of it and what was drawn, in order. */
function watched() {
  const store = createStore({ count: 0 });
  const seen: string[] = [];
  store.subscribe(() => seen.push(`told ${store.get().count}`));
  store.subscribeToDraw(() => seen.push(`drawn ${store.get().count}`));
  return { store, seen };
}

describe("a store", () => {
  it("tells of a change and draws it at once", () => {
    const { store, seen } = watched();
    store.set({ count: 1 });
    expect(seen).toEqual(["told 1", "drawn 1"]);
  });

  it("has a change at once that is drawn after the frame with the key, several in one drawing", () => {
    const { store, seen } = watched();
    store.set({ count: 1 }, "after the frame");
    store.set({ count: 2 }, "after the frame");
    expect(store.get()).toEqual({ count: 2 });
    expect(seen).toEqual(["told 1", "told 2"]);
    vi.advanceTimersToNextFrame();
    expect(seen).toHaveLength(2);
    vi.advanceTimersToNextFrame();
    expect(seen).toEqual(["told 1", "told 2", "drawn 2"]);
    vi.advanceTimersByTime(1_000);
    expect(seen).toHaveLength(3);
  });

  it("draws a later change that is due at once with what waits", () => {
    const { store, seen } = watched();
    store.set({ count: 1 }, "after the frame");
    store.set({ count: 2 });
    expect(seen.at(-1)).toBe("drawn 2");
  });

  it("draws what waits when that is asked for, and not again", () => {
    const { store, seen } = watched();
    store.set({ count: 1 }, "after the frame");
    doWaiting();
    expect(seen).toEqual(["told 1", "drawn 1"]);
    vi.advanceTimersByTime(1_000);
    expect(seen).toHaveLength(2);
  });

  it("draws although no frame comes, as in a hidden window", () => {
    vi.spyOn(globalThis, "requestAnimationFrame").mockReturnValue(0);
    const { store, seen } = watched();
    store.set({ count: 1 }, "after the frame");
    vi.advanceTimersByTime(1_000);
    expect(seen).toEqual(["told 1", "drawn 1"]);
  });
});
