import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "../../src/main/apart.ts";
import { zipOf } from "../formats/docx/zip.ts";
import { ROOT } from "./launch.ts";
import { type OpenApp, openHome, SAMPLE } from "./window-app.ts";

/** The names by which main starts them. */
const READER = "nianbao-formats";

/** Names the database's binary in a development runtime. */
const BINDING = "NIANBAO_SQLITE_BINDING";

let folder: string;
let open: OpenApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-apart-"));
  open = await openHome();
});
afterAll(async () => {
  await open.close();
  await rm(folder, { recursive: true, force: true });
});

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

/** A sound Word file inside every bound that is tested beforehand, of nothing but short paragraphs. */
async function wordFile(name: string, paragraphs: number, letters: number): Promise<string> {
  let state = 1;
  const word = () => {
    let text = "";
    while (text.length < letters) {
      state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
      text += state.toString(36);
    }
    return text.slice(0, letters);
  };
  const body = Array.from({ length: paragraphs }, () => `<w:p><w:r><w:t>${word()}</w:t></w:r></w:p>`).join("");
  const path = join(folder, name);
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
  };
  await writeFile(path, zipOf(Object.entries(parts).map(([part, data]) => ({ name: part, data, deflate: true }))));
  return path;
}

async function openFile(path: string): Promise<void> {
  await open.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await open.page.keyboard.press("Control+o");
}

/** The process of that name, once it runs; `undefined` when there is none. */
function pidOf(name: string): Promise<number | undefined> {
  return open.app.evaluate(
    ({ app }, wanted) => app.getAppMetrics().find((metric) => metric.name === wanted)?.pid,
    name,
  );
}

/** The highest resident memory of the reading process, in bytes, from when it is there until it is gone. */
async function highest(): Promise<number> {
  await expect.poll(() => pidOf(READER), { interval: 10 }).toBeDefined();
  const pid = (await pidOf(READER)) ?? 0;
  let most = 0;
  for (let now = memoryOf(pid); now > 0; now = memoryOf(pid)) {
    most = Math.max(most, now);
    await new Promise((done) => setTimeout(done, 10));
  }
  return most;
}

/** 0 for a process that has ended. */
function memoryOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

const said = () => open.page.locator("main").innerText();

describe("a stranger's file", () => {
  it("that is far too large is put away before it takes much more memory than it may, and the window works on", async () => {
    await openFile(await wordFile("内存.docx", 640_000, 30));
    const most = await highest();
    // A quick machine has taken it apart before the memory is looked at, and then it holds too much text.
    await expect.poll(said).toMatch(/这个文件展开后太大，已停止读取|文件里的文字太多，不像一份年度报告/);
    expect(most).toBeLessThan(LIMITS.bytes * 1.6);
    await openFile(SAMPLE);
    await open.page.locator(".workbench").waitFor();
  });

  it("that is too much is put away, and so is one that the clerk stops", async () => {
    const path = await wordFile("时间.docx", 300_000, 8);
    await openFile(path);
    // A quick machine has read it before, and then the window will not have so much text.
    await expect
      .poll(said, { timeout: LIMITS.milliseconds + 20_000 })
      .toMatch(/读了 10 秒还没有读完，已停止|文件里的文字太多，不像一份年度报告/);
    await expect.poll(() => pidOf(READER)).toBeUndefined();
    await openFile(path);
    await expect.poll(() => pidOf(READER)).toBeDefined();
    await open.page.getByRole("button", { name: "停止" }).click();
    await expect.poll(() => pidOf(READER)).toBeUndefined();
    await open.page.locator(".workbench").waitFor();
  });
});

describe("the processes apart", () => {
  it("know nothing of the clerk's environment", async () => {
    await openFile(await wordFile("环境.docx", 640_000, 30));
    await expect.poll(() => pidOf(READER)).toBeDefined();
    const namesOf = (pid: number | undefined) =>
      readFileSync(`/proc/${pid}/environ`, "utf8")
        .split("\0")
        .flatMap((pair) => pair.split("=")[0] || []);
    // Chromium adds the second by itself, to say that there is no bus.
    const known = ["LANG", "DBUS_SESSION_BUS_ADDRESS", ...(process.env[BINDING] ? [BINDING] : [])];
    for (const name of [READER, "nianbao-store"]) {
      const names = namesOf(await pidOf(name));
      expect(names).toContain("LANG");
      expect(names.filter((one) => !known.includes(one))).toEqual([]);
    }
    await expect.poll(() => pidOf(READER), { timeout: LIMITS.milliseconds + 20_000 }).toBeUndefined();
  });

  it.each(["formats", "store"])("%s is built without a module that reaches a network or starts a program", (entry) => {
    const used = [...modulesOf(join(ROOT, "out/main", `${entry}.js`))].map((name) => name.replace(/^node:/, ""));
    expect(used).toContain("zlib");
    const reaching = ["net", "tls", "http", "https", "http2", "dgram", "dns", "child_process", "worker_threads"];
    expect(used.filter((name) => reaching.includes(name.replace(/\/promises$/, "")))).toEqual([]);
  });
});

/** What a bundle names in an import or a require, over all its parts. */
function modulesOf(file: string, seen = new Set<string>(), found = new Set<string>()): Set<string> {
  if (seen.has(file)) return found;
  seen.add(file);
  const named = /(?:\bfrom|\bimport|\bimport\(|[Rr]equire\()\s*["']([^"'\n]+)["']/g;
  for (const [, name = ""] of readFileSync(file, "utf8").matchAll(named)) {
    if (!name.startsWith(".")) found.add(name);
    else if (name.endsWith(".js")) modulesOf(join(dirname(file), name), seen, found);
  }
  return found;
}
