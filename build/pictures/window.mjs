import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron } from "playwright-core";
import { root } from "../outputs.mjs";

/** Its name stands at the bottom of the first screen. */
const HOME = join(tmpdir(), "年报通");

/** The design size. */
const SIZE = { width: 1366, height: 768 };

/**
 * Starts the built program with an empty user folder, at its first screen.
 *
 * @param {Record<string, string>} env  what the runtime needs
 */
export async function openWindow(env) {
  rmSync(HOME, { recursive: true, force: true });
  const asRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: env.ELECTRON_EXEC_PATH,
    args: [...(asRoot ? ["--no-sandbox"] : []), `--user-data-dir=${HOME}`, root],
    chromiumSandbox: !asRoot,
    cwd: root,
    env: { ...process.env, ...env },
  });
  const page = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }, size) => {
    BrowserWindow.getAllWindows()[0].setContentSize(size.width, size.height);
  }, SIZE);
  await page.locator("h1:text('还没有报告')").waitFor();
  await drawButtons(page);
  return {
    app,
    page,
    /** The system's next dialog answers with this path. */
    answer: (path) =>
      app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
      }, path),
    close: async () => {
      await app.close();
      rmSync(HOME, { recursive: true, force: true });
    },
  };
}

/** The window's own buttons are the system's and on no picture of the page: drawn where it draws them. */
async function drawButtons(page) {
  await page.evaluate(() => {
    const holder = document.createElement("div");
    Object.assign(holder.style, { position: "fixed", top: 0, right: 0, zIndex: 5, display: "flex" });
    for (const d of ["M3.5 8h9", "M4 4h8v8H4z", "M4 4l8 8M12 4l-8 8"]) {
      const button = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const attributes = { width: 46, height: 32, viewBox: "-15 -8 46 32", fill: "none", stroke: "currentColor" };
      for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
      const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
      line.setAttribute("d", d);
      button.append(line);
      holder.append(button);
    }
    document.body.append(holder);
  });
}
