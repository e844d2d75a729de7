import { EventEmitter } from "node:events";
import { beforeEach, expect, it, vi } from "vitest";
import { reviveOn } from "./revive.ts";

vi.useFakeTimers();

const load = vi.fn();
const giveUp = vi.fn();
let webContents: EventEmitter;
beforeEach(() => {
  vi.clearAllMocks();
  webContents = new EventEmitter();
  reviveOn({ webContents } as unknown as Parameters<typeof reviveOn>[0], { load, giveUp });
});
const die = (reason = "crashed") => webContents.emit("render-process-gone", {}, { reason });

it("loads a page anew that has died", () => {
  die();
  expect(load).toHaveBeenCalledOnce();
  die("clean-exit");
  expect(load).toHaveBeenCalledOnce();
});

it("gives up on a page that dies again and again, not on one that dies now and then", () => {
  for (let n = 0; n < 5; n += 1) {
    die("oom");
    vi.advanceTimersByTime(31_000);
  }
  expect(giveUp).not.toHaveBeenCalled();
  die();
  die();
  expect(giveUp).toHaveBeenCalledOnce();
});
