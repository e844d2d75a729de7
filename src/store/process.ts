import type {} from "electron";
import { type Answer, fail } from "../contract/answer.ts";
import { StoreMessage } from "../contract/store.ts";
import { Room } from "./room.ts";

/**
 * The process that holds the only database connection. It lives with the program, takes one request after the
 * other, and answers each under its number.
 */
const room = new Room();
let last: Promise<void> = Promise.resolve();

process.parentPort.on("message", ({ data }: { data: unknown }) => {
  last = last.then(() => take(data));
});

async function take(data: unknown): Promise<void> {
  // Main is our own, but what it passes on came from the window.
  const message = StoreMessage.safeParse(data);
  if (!message.success) return console.error("store: bad message", message.error);
  const { number, request } = message.data;
  process.parentPort.postMessage({ number, answer: await answer(request) });
}

async function answer(request: StoreMessage["request"]): Promise<Answer<unknown>> {
  try {
    return await room.answer(request);
  } catch (error) {
    console.error(`store ${request.ask}:`, error);
    return fail("store", "存放报告时出了内部错误，以前保存的都还在。请重新打开程序再试。");
  }
}
