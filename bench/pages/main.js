import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { app, BrowserWindow, protocol } from "electron";

/**
 * A window that does nothing but show one page, as sandboxed as ours and from the same kind of address: what others'
 * software takes by itself. `--page=NAME` shows out/bench/NAME.html.
 */
const page = process.argv.find((word) => word.startsWith("--page="))?.slice("--page=".length) ?? "empty";
const root = join(import.meta.dirname, "../../out/bench");

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };

protocol.registerSchemesAsPrivileged([
  { scheme: "app", privileges: { standard: true, secure: true, codeCache: true } },
]);

app.whenReady().then(async () => {
  protocol.handle("app", async ({ url }) => {
    const pathname = decodeURIComponent(new URL(url).pathname);
    const type = TYPES[extname(pathname)] ?? "application/octet-stream";
    return new Response(new Uint8Array(await readFile(join(root, pathname))), { headers: { "content-type": type } });
  });
  const window = new BrowserWindow({ width: 1366, height: 768, show: false, webPreferences: { sandbox: true } });
  window.once("ready-to-show", () => window.show());
  await window.loadURL(`app://peer/${page}.html`);
  // The same rule as ours: after the second frame the first has been painted.
  const painted = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
  await window.webContents.executeJavaScript(painted);
  console.log("nianbao: window ready");
});
app.on("window-all-closed", () => app.quit());
