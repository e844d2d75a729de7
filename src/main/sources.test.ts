import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_FILE_BYTES } from "../contract/limits.ts";
import { Sources } from "./sources.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-sources-"));
});

afterAll(() => rm(folder, { recursive: true }));

describe("sources", () => {
  it("give a file's bytes for its id, and show names without folders", async () => {
    const path = join(folder, "report.txt");
    await writeFile(path, "text");
    const sources = new Sources();
    const { id, name } = sources.addPaths([path]);
    expect(name).toBe("report.txt");
    const loaded = await sources.load(id);
    expect(loaded.ok && loaded.value.map((file) => [file.name, new TextDecoder().decode(file.bytes)])).toEqual([
      ["report.txt", "text"],
    ]);
  });

  it("stay as they were read, whatever becomes of the file", async () => {
    const path = join(folder, "stick.txt");
    await writeFile(path, "text");
    const sources = new Sources();
    const { id } = sources.addPaths([path]);
    const first = await sources.load(id);
    await rm(path);
    expect(await sources.load(id)).toEqual(first);
  });

  it("take an empty file as it is", async () => {
    const path = join(folder, "empty.txt");
    await writeFile(path, "");
    const sources = new Sources();
    const loaded = await sources.load(sources.addPaths([path]).id);
    expect(loaded.ok && loaded.value[0]?.bytes.length).toBe(0);
  });

  it("take away folders from the names of dropped files", async () => {
    const sources = new Sources();
    const { id, name } = sources.addFiles([{ name: "../../etc/passwd", bytes: new Uint8Array([1]) }]);
    expect(name).toBe("passwd");
    const loaded = await sources.load(id);
    expect(loaded.ok && loaded.value[0]?.name).toBe("passwd");
  });

  it("refuse a file that is too large, without reading it", async () => {
    const path = join(folder, "large.docx");
    await writeFile(path, "");
    await truncate(path, MAX_FILE_BYTES + 1);
    const sources = new Sources();
    const loaded = await sources.load(sources.addPaths([path]).id);
    expect(loaded).toMatchObject({
      ok: false,
      error: { code: "too-large", message: expect.stringContaining("64 MB") },
    });
  });

  it("say in one sentence that a file is gone or a folder", async () => {
    const sources = new Sources();
    const gone = await sources.load(sources.addPaths([join(folder, "gone.txt")]).id);
    expect(gone).toMatchObject({
      ok: false,
      error: { code: "unreadable", message: expect.stringContaining("找不到") },
    });
    const directory = await sources.load(sources.addPaths([folder]).id);
    expect(directory).toMatchObject({
      ok: false,
      error: { code: "unreadable", message: expect.stringContaining("不是") },
    });
  });

  it("know no ids but their own", async () => {
    const answer = await new Sources().load("7b1f8d0e-2f7b-4d43-9e0c-2f4ddc0a1f11");
    expect(answer).toMatchObject({ ok: false, error: { code: "unknown-source" } });
  });
});
