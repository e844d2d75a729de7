import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { electronPath } from "./launch.ts";
import { type OpenApp, openHome, secondStart } from "./window-app.ts";

let home: string;
let open: OpenApp;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "nianbao-place-"));
});
afterEach(async () => {
  await open.close();
  await rm(home, { recursive: true, force: true });
});

const bounds = () => open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
const settings = async () => JSON.parse(await readFile(join(home, "settings.json"), "utf8"));

describe("the window's place", () => {
  it("is where it was last", async () => {
    open = await openHome(home);
    const place = { x: 120, y: 80, width: 1100, height: 640 };
    await open.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), place);
    await open.close();
    expect(await settings()).toMatchObject({ place });
    open = await openHome(home);
    expect(await bounds()).toEqual(place);
  });

  it("is on a screen that is there when its own is gone", async () => {
    const gone = { x: 6_000, y: -4_000, width: 1100, height: 640, maximized: false };
    await writeFile(join(home, "settings.json"), JSON.stringify({ place: gone }));
    open = await openHome(home);
    const screen = await open.app.evaluate(({ screen: all }) => all.getPrimaryDisplay().workArea);
    const now = await bounds();
    if (!now) throw new Error("no window");
    expect([now.width, now.height]).toEqual([1100, 640]);
    expect(now.x).toBeGreaterThanOrEqual(screen.x);
    expect(now.y).toBeGreaterThanOrEqual(screen.y);
    expect(now.x + now.width).toBeLessThanOrEqual(screen.x + screen.width);
    expect(now.y + now.height).toBeLessThanOrEqual(screen.y + screen.height);
  });

  it("is no larger than the screen", async () => {
    const large = { x: 0, y: 0, width: 9_000, height: 9_000, maximized: false };
    await writeFile(join(home, "settings.json"), JSON.stringify({ place: large }));
    open = await openHome(home);
    const { width, height } = await open.app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
    const now = await bounds();
    expect(now?.width).toBeLessThanOrEqual(width);
    expect(now?.height).toBeLessThanOrEqual(height);
  });
});

describe("a second start", () => {
  it("without a file brings the first window forward, and ends", async () => {
    open = await openHome(home);
    // Whether a window really comes forward is the desktop's to say; that it is asked to is ours.
    await open.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) return;
      const focus = window.focus.bind(window);
      window.focus = () => {
        window.setTitle("asked to come forward");
        focus();
      };
    });
    const second = spawn(electronPath(), await secondStart(open), { stdio: "ignore" });
    const [code] = await once(second, "exit");
    expect(code).toBe(0);
    const titles = () =>
      open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle()));
    await expect.poll(titles).toEqual(["asked to come forward"]);
    expect(await open.page.locator("h1").innerText()).toBe("还没有报告");
  });
});
