import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { faultsOf } from "./axe.ts";
import { setAppStage } from "./launch.ts";
import { isOnDisk } from "./on-disk.ts";
import { smallDisk } from "./small-disk.ts";
import { type OpenApp, openHome, openWith, SAMPLE } from "./window-app.ts";

/** Every way in which the database can fail: what the clerk is told, and how each leads back to the reports. */
let home: string;
let open: OpenApp;
/** What is cleared away once the window is closed. */
let after: (() => Promise<void>)[];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "nianbao-trouble-"));
  after = [];
});
afterEach(async () => {
  const { complaints } = open;
  await open.close();
  for (const clear of after) await clear();
  expect(complaints).toEqual([]);
  await rm(home, { recursive: true, force: true });
});

const folder = () => join(home, "年报");
const database = () => join(folder(), "年报.db");
const heading = () => open.page.locator("h1").innerText();
const message = () => open.page.getByRole("alert").innerText();
const button = (name: string | RegExp) => open.page.getByRole("button", { name });
const buttons = () => open.page.locator(".centre .pair button").allInnerTexts();
const reports = () => open.page.locator(".report-list tbody tr");
const editor = () => open.page.getByRole("textbox", { name: "报告正文" });
const status = () => open.page.locator("[data-save]");
const saveState = () => status().getAttribute("data-save");

async function openSample(): Promise<void> {
  await button("打开示例报告").click();
  await editor().waitFor();
}

/** A database with the sample in it, and the copy that closing leaves. */
async function withSample(): Promise<void> {
  open = await openHome(home);
  await openSample();
  await open.close();
}

async function type(text: string): Promise<void> {
  await editor().locator("p").first().click();
  await open.page.keyboard.press("End");
  await open.page.keyboard.type(text);
}

/** The next folder that the clerk chooses in the system's dialog. */
async function willChoose(path: string): Promise<void> {
  await open.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
}

describe("a damaged database", () => {
  it("comes back from the newest copy; the damaged file stays beside it", async () => {
    await withSample();
    const damaged = "这不是数据库".repeat(2_000);
    await writeFile(database(), damaged);
    open = await openHome(home);
    expect(await heading()).toBe("存放报告的文件坏了");
    expect(await message()).toMatch(/程序没有改动它；可以用备份恢复/);
    await button(/^用 今天 .* 的备份恢复$/).click();
    await reports().first().waitFor();
    expect(await reports().count()).toBe(1);
    const aside = (await readdir(folder())).filter((name) => name.startsWith("年报.db.坏-"));
    expect(await Promise.all(aside.map((name) => readFile(join(folder(), name), "utf8")))).toEqual([damaged]);
  });

  it("comes back from another copy where the newest is damaged too", async () => {
    await withSample();
    const copies = join(folder(), "备份");
    const [sound = ""] = await readdir(copies);
    await writeFile(join(copies, "年报-20991231-235959-000.db"), "这也不是数据库");
    await writeFile(database(), "这不是数据库".repeat(2_000));
    open = await openHome(home);
    expect(await faultsOf(open.page)).toEqual([]);
    await button(/的备份恢复$/).click();
    await expect.poll(message).toContain("这份备份没有恢复成，现在的文件没有改动");
    expect(await heading()).toBe("存放报告的文件坏了");
    await open.page.getByRole("combobox").selectOption(sound);
    await button(/^用 今天 .* 的备份恢复$/).click();
    await reports().first().waitFor();
  });

  it("shows no report whose last state is not what was saved, but the one before", async () => {
    open = await openHome(home);
    await openSample();
    await type("这一句在。");
    await expect.poll(() => isOnDisk(open.page, "这一句在。"), { timeout: 5_000 }).toBe(true);
    await type("这一句坏了。");
    await expect.poll(() => isOnDisk(open.page, "这一句坏了。"), { timeout: 5_000 }).toBe(true);
    await open.close();
    const db = new Database(database());
    db.exec("DROP TRIGGER revision_fixed");
    db.exec("UPDATE revision SET hash = zeroblob(32) WHERE number = (SELECT max(number) FROM revision)");
    db.close();
    open = await openHome(home);
    await button(/^接着写$/).click();
    await expect.poll(heading).toBe("这份报告最后保存的内容坏了");
    expect(await message()).toMatch(/保存的那一次是完好的。[\s\S]*坏的内容还留着，别的报告没有改动。/);
    expect(await faultsOf(open.page)).toEqual([]);
    await button(/^打开 \d\d:\d\d:\d\d 的那一次$/).click();
    await editor().waitFor();
    const text = await editor().innerText();
    expect(text).toContain("这一句在。");
    expect(text).not.toContain("这一句坏了。");
    await type("接着写。");
    await expect.poll(() => isOnDisk(open.page, "接着写。"), { timeout: 5_000 }).toBe(true);
  });
});

describe("a locked database", () => {
  it("is waited for, and left alone", async () => {
    await withSample();
    const db = new Database(database());
    db.pragma("locking_mode = EXCLUSIVE");
    db.exec("BEGIN EXCLUSIVE");
    open = await openHome(home);
    expect(await heading()).toBe("存放报告的文件正被占用");
    expect(await message()).toMatch(/没有改动。请关闭别的程序，再试一次。/);
    await button("再试一次").click();
    await expect.poll(() => button("再试一次").isEnabled(), { timeout: 10_000 }).toBe(true);
    expect(await heading()).toBe("存放报告的文件正被占用");
    db.close();
    await button("再试一次").click();
    await reports().first().waitFor();
  });
});

describe("a newer database", () => {
  it("is refused without a change; another folder can be used", async () => {
    await withSample();
    const db = new Database(database());
    db.pragma("user_version = 99");
    db.close();
    const before = await readFile(database());
    open = await openHome(home);
    expect(await heading()).toBe("存放报告的文件是更新版本写的");
    expect(await buttons()).toEqual(["打开别的文件夹…", "退出"]);
    expect((await readFile(database())).equals(before)).toBe(true);
    await willChoose(join(home, "新地方"));
    await button("打开别的文件夹…").click();
    await expect.poll(heading).toBe("还没有报告");
    expect(await open.page.locator(".status-bar").innerText()).toContain("新地方");
  });
});

describe("a missing database", () => {
  it("is not begun anew, but found again", async () => {
    await withSample();
    await rename(database(), join(home, "别处.db"));
    open = await openHome(home);
    expect(await heading()).toBe("找不到存放报告的文件");
    expect(await readdir(folder())).toEqual(["备份"]);
    await rename(join(home, "别处.db"), database());
    await button("再试一次").click();
    await reports().first().waitFor();
  });

  it("is opened where it was moved to, and looked for there from then on", async () => {
    await withSample();
    const other = join(home, "新地方");
    await rename(folder(), other);
    open = await openHome(home);
    expect(await heading()).toBe("找不到存放报告的文件");
    await willChoose(other);
    await button("打开别的文件夹…").click();
    await reports().first().waitFor();
    await open.close();
    open = await openHome(home);
    await reports().first().waitFor();
    expect(await open.page.locator(".status-bar").innerText()).toContain("新地方");
    await open.close();
    await rm(other, { recursive: true });
    open = await openHome(home);
    expect(await heading()).toBe("找不到存放报告的文件");
    await button("从空白开始").click();
    await expect.poll(heading).toBe("还没有报告");
  });

  it("is said when its folder goes while the clerk writes; the words are saved when it is back", async () => {
    await withSample();
    open = await openHome(home);
    await button(/^接着写$/).click();
    await editor().waitFor();
    await rename(folder(), join(home, "拔掉"));
    await type("写在拔掉之后。");
    await expect.poll(saveState).toBe("unsaved");
    expect(await status().innerText()).toMatch(/没有保存\s*存放报告的文件不见了，刚才的改动还在窗口里。/);
    await rename(join(home, "拔掉"), folder());
    await expect.poll(saveState, { timeout: 15_000 }).toBe("saved");
    await open.close();
    open = await openHome(home);
    await button(/^接着写$/).click();
    await editor().waitFor();
    expect(await editor().innerText()).toContain("写在拔掉之后。");
  });
});

describe("a folder that can only be read", () => {
  /** Who runs the tests as root may write everywhere: here the program runs as an ordinary user. */
  async function inReadOnlyFolder() {
    const stage = await setAppStage();
    after.push(stage.remove);
    const start = () => openWith({ stage, files: ["--no-sandbox"] });
    const read = join(stage.home, "年报");
    const allow = async (writing: boolean) => {
      for (const name of await readdir(read)) {
        if (name.endsWith(".db")) await chmod(join(read, name), writing ? 0o666 : 0o444);
      }
      await chmod(read, writing ? 0o777 : 0o555);
    };
    open = await start();
    await openSample();
    await open.close();
    await allow(false);
    open = await start();
    return { start, read, allow, beside: join(stage.home, "新地方") };
  }

  it("is said, until it can be written", async () => {
    const { allow } = await inReadOnlyFolder();
    expect(await heading()).toBe("存放报告的文件夹只能读");
    expect(await message()).toContain("里面的内容没有改动");
    await button("再试一次").click();
    await expect.poll(() => button("再试一次").isEnabled(), { timeout: 10_000 }).toBe(true);
    expect(await heading()).toBe("存放报告的文件夹只能读");
    await allow(true);
    await button("再试一次").click();
    await reports().first().waitFor();
  });

  it("has its reports copied elsewhere, to be written on there", async () => {
    const { start, read, beside } = await inReadOnlyFolder();
    // Into itself nothing is copied.
    await willChoose(read);
    await button("复制到别的文件夹接着写…").click();
    await expect.poll(message).toContain("已经有存放报告的文件");
    await mkdir(beside);
    await chmod(beside, 0o777);
    await willChoose(beside);
    await button("复制到别的文件夹接着写…").click();
    await button(/^接着写$/).click();
    await editor().waitFor();
    await type("写在新地方。");
    await expect.poll(() => isOnDisk(open.page, "写在新地方。"), { timeout: 5_000 }).toBe(true);
    await open.close();
    open = await start();
    await reports().first().waitFor();
    expect(await open.page.locator(".status-bar").innerText()).toContain("新地方");
  });

  it("is said where there cannot be a folder at all", async () => {
    // A file stands where the folder should be: works for every user, also for one who may write everywhere.
    await writeFile(folder(), "");
    open = await openHome(home);
    expect(await message()).toMatch(/。/);
    await rm(folder());
    await button("再试一次").click();
    await expect.poll(heading).toBe("还没有报告");
  });
});

describe("a full disk", () => {
  it("is said while the clerk writes; the words are saved by themselves once there is room", async () => {
    const disk = await smallDisk(folder());
    after.push(disk.remove);
    open = await openHome(home);
    await disk.attach(open);
    await openSample();
    await disk.fill();
    const words = "磁盘满了以后写的话，".repeat(400);
    await editor().locator("p").first().click();
    await open.page.keyboard.insertText(words);
    await expect.poll(saveState, { timeout: 5_000 }).toBe("unsaved");
    expect(await status().innerText()).toMatch(/没有保存\s*磁盘满了，刚才的改动还在窗口里。/);
    // It stays said while the clerk writes on, and leaving asks.
    await open.page.keyboard.type("还在写");
    expect(await saveState()).toBe("unsaved");
    await open.page.keyboard.press("Control+w");
    await open.page.getByRole("dialog").waitFor();
    expect(await faultsOf(open.page)).toEqual([]);
    await open.page
      .getByRole("dialog", { name: "最后的改动还没有保存" })
      .getByRole("button", { name: "先不离开" })
      .click();
    await disk.free();
    await expect.poll(saveState, { timeout: 15_000 }).toBe("saved");
    await open.page.keyboard.press("Control+w");
    await button(/^接着写$/).click();
    await editor().waitFor();
    expect(await editor().innerText()).toContain(`${words}还在写`);
  });

  it("takes nothing from a review that cannot be put in", async () => {
    const disk = await smallDisk(folder());
    after.push(disk.remove);
    open = await openHome(home, SAMPLE);
    await disk.attach(open);
    await button("放进报告…").click();
    await button("确认，下一处").click();
    await disk.fill();
    await button(/^放进报告$/).click();
    await expect.poll(message).toMatch(/没有放进报告[\s\S]*磁盘满了[\s\S]*核对过的都还在这里。/);
    expect(await open.page.getByText("已核对 1 处").count()).toBe(1);
    await disk.free();
    await button(/^放进报告$/).click();
    await editor().waitFor();
  });

  it("lets nobody begin, until there is room", async () => {
    const disk = await smallDisk(folder());
    after.push(disk.remove);
    await disk.fill();
    open = await openHome(home);
    await disk.attach(open);
    await button("再试一次").or(open.page.locator(".reports")).first().waitFor();
    // Where SQLite is only told of the full disk, the window has begun before it was told.
    if ((await heading()) !== "磁盘满了") {
      await rm(database());
      await open.page.reload();
      await button("从空白开始").click();
    }
    await expect.poll(heading).toBe("磁盘满了");
    expect(await buttons()).toEqual(["再试一次", "复制到别的文件夹接着写…", "打开别的文件夹…", "退出"]);
    await disk.free();
    await button("再试一次").click();
    await expect.poll(heading).toBe("还没有报告");
  });
});

describe("a process for the database that dies", () => {
  it("is started anew under the clerk's hands, and nothing typed is lost", async () => {
    open = await openHome(home);
    await openSample();
    await type("");
    for (const word of ["第一句。", "第二句。", "第三句。"]) {
      await open.page.keyboard.type(word);
      await open.app.evaluate(({ app }) => {
        for (const { name, pid } of app.getAppMetrics()) if (name === "nianbao-store") process.kill(pid, "SIGKILL");
      });
    }
    await expect.poll(saveState, { timeout: 15_000 }).toBe("saved");
    await open.close();
    open = await openHome(home);
    await button(/^接着写$/).click();
    await editor().waitFor();
    expect(await editor().innerText()).toContain("第一句。第二句。第三句。");
  });

  it("and dies again each time is said on the first screen, with a way to try", async () => {
    await withSample();
    open = await openHome(home);
    await button(/^接着写$/).click();
    await editor().waitFor();
    await open.app.evaluate(({ app, utilityProcess }) => {
      const fork = utilityProcess.fork.bind(utilityProcess);
      utilityProcess.fork = (...given) => {
        const child = fork(...given);
        child.once("spawn", () => child.pid !== undefined && process.kill(child.pid, "SIGKILL"));
        return child;
      };
      Object.assign(globalThis, { healFork: () => Object.assign(utilityProcess, { fork }) });
      for (const { name, pid } of app.getAppMetrics()) if (name === "nianbao-store") process.kill(pid, "SIGKILL");
    });
    await open.page.keyboard.press("Control+w");
    await expect.poll(heading).toBe("打不开存放报告的文件");
    expect(await message()).toContain("以前保存的都还在");
    await open.app.evaluate(() => Reflect.get(globalThis, "healFork")());
    await button("再试一次").click();
    await reports().first().waitFor();
  });
});
