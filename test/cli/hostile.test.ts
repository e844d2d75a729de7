import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { docx } from "../formats/docx/build.ts";
import { freshFolder, nianbao } from "../support/cli.ts";
import { slowPdf } from "../support/slow-pdf.ts";

/** At the prompt the process itself is the disposable one: what a file may take, and how its end looks. */

const folder = freshFolder();
const at = (name: string) => join(folder, name);

function expectRefused(run: ReturnType<typeof nianbao>, name: string, cause: string | RegExp): void {
  expect(run).toMatchObject({ code: 2, out: "" });
  expect(run.err).toMatch(/^[^\n]+\n$/);
  expect(run.err).toContain(name);
  expect(run.err).toMatch(cause);
  expect(run.err).not.toMatch(/Error|\bat \S+:\d|debugger/);
}

describe("the limits of reading", () => {
  beforeAll(() => {
    const letters = (i: number) => `${i.toString(36)}${(i * 7919).toString(36)}${(i * 104_729).toString(36)}`;
    const body = Array.from({ length: 900_000 }, (_, i) => `<w:p><w:r><w:t>${letters(i)}</w:t></w:r></w:p>`);
    writeFileSync(at("内存.docx"), docx({ body: body.join("") }));
    writeFileSync(at("太大.docx"), "PK");
    truncateSync(at("太大.docx"), 64 * 1024 * 1024 + 1);
    writeFileSync(at("慢.pdf"), slowPdf());
  });

  it("a file that grows above 512 MB in memory ends in one line", { timeout: 60_000 }, () => {
    expectRefused(nianbao("import", at("内存.docx"), "--json"), "内存.docx", /超过 512 MB/);
  });

  it("a file above 64 MB is not even opened", () => {
    expectRefused(nianbao("import", at("太大.docx"), "--json"), "太大.docx", /超过 64 MB/);
  });

  it("what takes longer than 10 s ends in one line, and nothing is written", { timeout: 60_000 }, () => {
    expectRefused(nianbao("import", at("慢.pdf"), "--json"), "慢.pdf", /读了 10 秒还没有读完/);
  });

  it("an export of such a file leaves no folder and no half file", { timeout: 60_000 }, () => {
    mkdirSync(at("出"));
    expectRefused(nianbao("export", at("内存.docx"), "--to", "docx,json", "--out", at("出/里")), "内存.docx", /512 MB/);
    expect(readdirSync(at("出"))).toEqual([]);
  });
});

describe("a place that holds no report", () => {
  it("a folder, a missing file, a name through a file", () => {
    expectRefused(nianbao("import", folder, "--json"), folder, "这是文件夹");
    expectRefused(nianbao("import", at("没有.docx"), "--json"), "没有.docx", "找不到");
    writeFileSync(at("一.txt"), "甲");
    expectRefused(nianbao("import", at("一.txt/二.txt"), "--json"), "二.txt", "不是文件夹");
  });

  if (process.platform !== "win32")
    it("a pipe that never ends", () => {
      execFileSync("mkfifo", [at("管道.docx")]);
      expectRefused(nianbao("import", at("管道.docx"), "--json"), "管道.docx", "不是文件");
    });

  // Root may read everything, and Windows knows no such mode.
  if (process.platform !== "win32" && process.getuid?.() !== 0)
    it("a file that may not be read", () => {
      writeFileSync(at("锁.txt"), "甲");
      chmodSync(at("锁.txt"), 0o000);
      expectRefused(nianbao("import", at("锁.txt"), "--json"), "锁.txt", "没有权限");
    });

  it("an empty file", () => {
    writeFileSync(at("空.docx"), "");
    expectRefused(nianbao("import", at("空.docx"), "--json"), "空.docx", "0 字节");
  });
});
