import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/**
 * Starts an X server without a screen. It picks a free display number itself, so several can run side by side.
 *
 * @param {readonly string[]} [more]  further arguments of Xvfb
 * @returns {Promise<{ display: string, close: () => void }>} display: ":N"
 * @throws {Error} when it does not come up
 */
export async function openDisplay(more = []) {
  const args = ["-displayfd", "3", "-screen", "0", "1920x1080x24", "-nolisten", "tcp", ...more];
  const server = spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await Promise.race([
    // The whole line: the server writes number and line end apart, and ends itself if nobody takes the second.
    once(createInterface({ input: server.stdio[3] }), "line").then(([line]) => line),
    once(server, "exit").then(([code]) => {
      throw new Error(`Xvfb did not start (exit ${code}).`);
    }),
  ]);
  server.stdio[3].destroy();
  server.unref();
  return { display: `:${number}`, close: () => server.kill() };
}
