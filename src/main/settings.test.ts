import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { NO_SETTINGS, openSettings } from "./settings.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-settings-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const place = { x: 10, y: 20, width: 1200, height: 800, maximized: true };

it("are there again at the next start", async () => {
  const path = join(folder, "settings.json");
  const settings = openSettings(path);
  expect(settings.get()).toEqual(NO_SETTINGS);
  await Promise.all([settings.set({ place }), settings.set({ folder: "D:\\年报通" })]);
  expect(openSettings(path).get()).toEqual({ ...NO_SETTINGS, place, folder: "D:\\年报通" });
  expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
});

it.each(["", "null", "[1]", "{", '{"place": {"x": "left"}, "folder": 7}'])(
  "are empty when the file says %j",
  async (text) => {
    const path = join(folder, "broken.json");
    await writeFile(path, text);
    expect(openSettings(path).get()).toEqual(NO_SETTINGS);
  },
);
