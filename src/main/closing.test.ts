import { EventEmitter } from "node:events";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { guardClosing } from "./closing.ts";

vi.useFakeTimers();

/** Stands for the window; the real one is closed in the window tests. */
class Window extends EventEmitter {
  readonly webContents = new EventEmitter();
  gone = false;
  isDestroyed(): boolean {
    return this.gone;
  }
  close(): void {
    let kept = false;
    this.emit("close", { preventDefault: () => (kept = true) });
    if (!kept) this.gone = true;
  }
}

let window: Window;
let asked: number;
let insisting: boolean;
const guard = () =>
  guardClosing(window as unknown as Parameters<typeof guardClosing>[0], {
    ask: () => {
      asked += 1;
    },
    insist: async () => insisting,
    patience: 5_000,
  });

beforeEach(() => {
  window = new Window();
  asked = 0;
  insisting = false;
});

describe("closing the window", () => {
  it("goes at once while there is no page to ask", () => {
    guard();
    window.close();
    expect(window.gone).toBe(true);
  });

  it("asks the page once, and goes when it says so", () => {
    const closing = guard();
    closing.arm();
    window.close();
    window.close();
    expect([asked, window.gone]).toEqual([1, false]);
    closing.decide(true);
    expect(window.gone).toBe(true);
  });

  it("stays when the clerk stays, and asks again next time", () => {
    const closing = guard();
    closing.arm();
    window.close();
    closing.decide(false);
    expect(window.gone).toBe(false);
    window.close();
    expect(asked).toBe(2);
  });

  it("asks the clerk when the page does not answer", async () => {
    guard().arm();
    window.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(window.gone).toBe(false);
    insisting = true;
    window.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(window.gone).toBe(true);
  });

  it("does not wait for a page that has crashed", () => {
    guard().arm();
    window.webContents.emit("render-process-gone");
    window.close();
    expect(window.gone).toBe(true);
  });
});
