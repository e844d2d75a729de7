import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NetWatch, watchNetwork } from "./net-watch.ts";
import { runUntil } from "./plain-run.ts";
import { type OpenApp, openWith, SAMPLE, secondStart } from "./window-app.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-network-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program under strace is several times slower. */
const PATIENCE = 60_000;

describe("the watch", () => {
  it.each([
    ["at its best", {}],
    ["without strace", { strace: false }],
  ])("notices a caller, %s", async (_, how) => {
    const watch = await watchNetwork(how);
    try {
      const caller = join(import.meta.dirname, "fixtures/caller");
      const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
      const args = [...asRoot, `--user-data-dir=${join(folder, "caller")}`, ...watch.switches, caller];
      const child = runUntil("nobody says this", watch.executable, args, { started: watch.follow });
      expect((await child).output).toContain("caller: called");
      const contacts = (await watch.contacts()).join("\n");
      expect(contacts).toContain("192.0.2.2");
      // The log knows nothing of Node's own sockets.
      expect(contacts).toMatch(/connect 192\.0\.2\.1|socket to 010200C0/);
    } finally {
      await watch.remove();
    }
  });
});

describe("a day's work", () => {
  it(
    "turns to no network: first start, sample, typing, saving, import, export, second start",
    async () => {
      const watch = await watchNetwork();
      try {
        const home = join(folder, "home");
        const open = await openWith({ executable: watch.executable, files: watch.switches, home });
        watch.follow(open.app.process().pid ?? 0);
        try {
          await work(open, watch);
        } finally {
          await open.close();
        }
        console.info(`The network was watched by ${watch.way}.`);
        expect(await watch.contacts()).toEqual([]);
      } finally {
        await watch.remove();
      }
    },
    5 * PATIENCE,
  );
});

async function work(open: OpenApp, watch: NetWatch): Promise<void> {
  const { app, page } = open;
  page.setDefaultTimeout(PATIENCE);
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const exported = join(folder, "exported");
  await mkdir(exported);

  await button("打开示例报告").click();
  const editor = page.getByRole("textbox", { name: "报告正文" });
  await editor.locator("p").first().click();
  await page.keyboard.type("今天写的一句话");
  const saved = () => page.locator("[data-save]").innerText();
  await expect.poll(saved, { timeout: PATIENCE }).toMatch(/^已保存/);

  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, exported);
  await page.keyboard.press("Control+e");
  const asked = page.locator("dialog[open]");
  await asked.getByRole("checkbox", { name: /报告数据/ }).check();
  await asked.getByRole("button", { name: "选文件夹并导出…" }).click();
  await asked.getByRole("button", { name: "仍要导出" }).click();
  await expect.poll(() => asked.innerText(), { timeout: PATIENCE }).toContain("已写到文件夹");
  const files = await readdir(exported);
  expect(files.map((name) => name.split(".").at(-1)).sort()).toEqual(["docx", "docx", "json", "xlsx"]);
  await page.keyboard.press("Escape");

  // The check record that lies beside them is no report.
  for (const name of files.filter((one) => !one.includes("校验记录"))) {
    await app.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      },
      join(exported, name),
    );
    await page.keyboard.press("Control+w");
    await page.locator(".report-list").waitFor();
    await page.keyboard.press("Control+i");
    await page.locator(".review").waitFor();
    while ((await button("确认，下一处").count()) > 0) await button("确认，下一处").click();
    await page.getByRole("button", { name: "放进报告", exact: true }).click();
    await page.locator(".workbench").waitFor();
  }

  const second = spawn(watch.executable, await secondStart(open, SAMPLE), { stdio: "ignore" });
  await once(second, "exit");
  await expect.poll(() => page.locator(".title-bar").innerText(), { timeout: PATIENCE }).toContain("示范街道");
}
