import { app } from "electron";
import { LIMITS, memoryFrom, runApart } from "../../../src/main/apart.ts";
import { forkApart } from "../../../src/main/fork.ts";
import type { Asked } from "../apart-reader.ts";

/**
 * Electron without a window: for each file that the fuzz sends it starts the program's own reading process, holds it to
 * the program's own limits, and sends back what main would have heard.
 */
process.on("message", async ({ id, entry, forms, bytes }: Asked) => {
  const answer = await runApart(
    { task: "read", files: [{ name: "报告", bytes: new Uint8Array(Buffer.from(bytes, "base64")) }], forms },
    {
      fork: () => forkApart(entry, "nianbao-formats"),
      memoryOf: memoryFrom(app),
      limits: LIMITS,
      signal: new AbortController().signal,
      progress: () => {},
    },
  );
  process.send?.({ id, answer });
});

process.on("disconnect", () => app.exit());
app.whenReady().then(() => process.send?.({ ready: true }));
