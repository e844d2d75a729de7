import { readForReview } from "../../src/formats/read.ts";
import { UnreadableFile } from "../../src/formats/unreadable.ts";
import { shippedForms } from "../support/forms.ts";
import type { Ended } from "./oracle.ts";

/**
 * Reads file after file in one plain Node process, for whoever started it: bytes come by message, and each is
 * answered with how the reading ended and how much memory this process has had at most.
 */
process.on("message", async ({ bytes }: { readonly bytes: Uint8Array }) => {
  const ended = await read(bytes);
  process.send?.({ ended, peak: process.resourceUsage().maxRSS * 1024 });
});

async function read(bytes: Uint8Array): Promise<Ended> {
  try {
    return { kind: "read", reading: await readForReview([{ name: "报告", bytes }], shippedForms) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: "refused", sentence: error.message };
    return { kind: "crash", error: String(error instanceof Error ? error.stack : error) };
  }
}
