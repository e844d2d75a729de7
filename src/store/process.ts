import type {} from "electron";
import { type Answer, fail } from "../contract/answer.ts";
import { StoreMessage } from "../contract/store.ts";
import { Room } from "./room.ts";

/**
 * The process that holds the only database connection. It lives with the program and answers each request under
 * its number. What it does is the room's, which needs no Electron.
 */
const room = new Room();

process.parentPort.on("message", ({ data }: { data: unknown }) => {
  // Main is our own, but what it passes on came from the window.
  const message = StoreMessage.safeParse(data);
  if (!message.success) return console.error("store: bad message", message.error);
  const { number, request } = message.data;
  void answer(request).then((given) => process.parentPort.postMessage({ number, answer: given }));
});

async function answer(request: StoreMessage["request"]): Promise<Answer<unknown>> {
  try {
    return await room.answer(request);
  } catch (error) {
    console.error(`store ${request.ask}:`, error);
    return fail("store", "存放报告时出了内部错误，以前保存的都还在。请重新打开程序再试。");
  }
}
