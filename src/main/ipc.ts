import type { IpcMain, IpcMainInvokeEvent } from "electron";
import { type Answer, fail } from "../contract/answer.ts";
import { CONTRACT, type Input, type Output } from "../contract/calls.ts";
import { CALLS, type Call } from "../contract/channels.ts";
import { isPlainWithin } from "../contract/extent.ts";
import { MAX_EXTENT } from "../contract/limits.ts";

/** One function for each call; a missing one does not compile. */
export type Handlers = {
  readonly [C in Call]: (input: Input<C>) => Promise<Answer<Output<C>>> | Answer<Output<C>>;
};

/** What is looked at of the sender: the frame that called, and the frame that may. */
export type IsTrusted = (event: Pick<IpcMainInvokeEvent, "senderFrame">) => boolean;

/** The one entry for all calls: sender, then input (its extent, then its shape), then the handler, and always an answer. */
export function serveCalls(ipcMain: IpcMain, handlers: Handlers, isTrusted: IsTrusted): void {
  for (const call of CALLS) {
    ipcMain.handle(call, (event, ...args) =>
      isTrusted(event) ? answer(handlers, call, args) : fail("foreign-sender", "只有年报通自己的窗口可以这样做。"),
    );
  }
}

const BAD_INPUT = fail("bad-input", "程序内部传递的内容不对，没有执行。");

/** Checks the input and runs the handler. A handler that throws is a fault of ours and says so. */
export async function answer<C extends Call>(
  handlers: Handlers,
  call: C,
  args: readonly unknown[],
): Promise<Answer<Output<C>>> {
  const given = args[0];
  if (args.length > 1 || !isPlainWithin(given, MAX_EXTENT)) return BAD_INPUT;
  const input = CONTRACT[call].input.safeParse(given);
  if (!input.success) return BAD_INPUT;
  try {
    // The schema of this very call has just accepted the input; TypeScript cannot follow the index.
    return await handlers[call](input.data as Input<C>);
  } catch (error) {
    console.error(`${call}:`, error);
    return fail("internal", "程序出了内部错误，原文件没有改动。请重新打开文件再试。");
  }
}
