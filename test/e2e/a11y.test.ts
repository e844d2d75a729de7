import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { faultsOf } from "./axe.ts";
import { type OpenApp, openHome, SAMPLE } from "./window-app.ts";

let home: string;
let open: OpenApp;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "nianbao-a11y-"));
});
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  expect(complaints).toEqual([]);
  await rm(home, { recursive: true, force: true });
});

describe.each([
  ["light", "no-preference"],
  ["contrast", "more"],
] as const)("in the %s theme", (_, contrast) => {
  it("the first screen, its dialogs and the review have names and roles, and text that can be read", async () => {
    open = await openHome(home);
    const { page, app } = open;
    await page.emulateMedia({ contrast });
    expect(await faultsOf(page)).toEqual([]);
    for (const key of ["Control+n", "Control+/"]) {
      await page.keyboard.press(key);
      await page.getByRole("dialog").waitFor();
      expect(await faultsOf(page), key).toEqual([]);
      await page.keyboard.press("Escape");
    }
    await page.getByRole("button", { name: "单位信息" }).click();
    expect(await faultsOf(page), "单位信息").toEqual([]);
    await page.keyboard.press("Escape");
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, SAMPLE);
    await page.keyboard.press("Control+i");
    await page.locator(".review").waitFor();
    expect(await faultsOf(page), "review").toEqual([]);
    await page.keyboard.press("Control+w");
  });
});
