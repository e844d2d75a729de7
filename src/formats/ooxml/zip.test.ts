import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ZipEntry, zipOf } from "../../../test/formats/docx/zip.ts";
import { LIMITS } from "./limits.ts";
import { openZip, verifyZip } from "./zip.ts";

const ZEROS = Buffer.alloc(LIMITS.ratioCountsFrom * 2);

/** The code of the refusal, or `null`. */
async function refusal(bytes: Uint8Array): Promise<unknown> {
  return verifyZip(bytes).then(
    () => null,
    (error: { code?: string }) => error.code,
  );
}

describe("openZip", () => {
  test("gives back what was put in, stored or deflated", async () => {
    const entry = fc.record({ data: fc.uint8Array({ maxLength: 300 }), deflate: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 5 }), async (contents) => {
        const zip = await openZip(zipOf(contents.map((content, i) => ({ name: `目录/${i}.xml`, ...content }))));
        expect(zip.names).toHaveLength(contents.length);
        for (const [i, { data }] of contents.entries()) {
          expect(Buffer.from((await zip.read(`目录/${i}.XML`)) ?? [])).toEqual(Buffer.from(data));
        }
        expect(await zip.read("nicht.da")).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  test.each<[string, readonly ZipEntry[], string]>([
    ["a name that climbs out", [{ name: "../a", data: "x" }], "zip.damaged"],
    ["an absolute name", [{ name: "/etc/passwd", data: "x" }], "zip.damaged"],
    [
      "a name twice, in another case",
      [
        { name: "a.xml", data: "x" },
        { name: "A.xml", data: "y" },
      ],
      "zip.damaged",
    ],
    ["a wrong checksum", [{ name: "a", data: "x", claims: { crc: 1 } }], "zip.damaged"],
    ["more than the declared size", [{ name: "a", data: ZEROS, deflate: true, claims: { size: 10 } }], "zip.damaged"],
    [
      "less than the declared size",
      [{ name: "a", data: "x".repeat(9), deflate: true, claims: { size: 10 } }],
      "zip.damaged",
    ],
    ["an encrypted entry", [{ name: "a", data: "x", deflate: true, claims: { flags: 1 } }], "zip.encrypted"],
    ["a ratio that no document has", [{ name: "a", data: ZEROS, deflate: true }], "zip.bomb"],
    [
      "a declared size over all bounds",
      [{ name: "a", data: "x", deflate: true, claims: { size: LIMITS.totalBytes + 1 } }],
      "zip.bomb",
    ],
    [
      "packed bytes beyond the file",
      [{ name: "a", data: "x", deflate: true, claims: { packed: 1_000_000 } }],
      "zip.bomb",
    ],
  ])("refuses %s", async (_, entries, code) => {
    expect(await refusal(zipOf(entries))).toBe(code);
  });

  test("refuses too many entries, and sizes that only together are too much", async () => {
    const many = Array.from({ length: LIMITS.entries + 1 }, (_, i) => ({ name: `${i}`, data: "" }));
    expect(await refusal(zipOf(many))).toBe("zip.bomb");
    const size = LIMITS.ratioCountsFrom;
    const stuffed = Array.from({ length: LIMITS.totalBytes / size + 1 }, (_, i) => `${i}`);
    expect(await refusal(zipOf(stuffed.map((name) => ({ name, data: "x", deflate: true, claims: { size } }))))).toBe(
      "zip.bomb",
    );
  });

  test("a small part may pack well, and folders are no entries", async () => {
    const bytes = zipOf([
      { name: "word/", data: "" },
      { name: "a", data: Buffer.alloc(LIMITS.ratioCountsFrom), deflate: true },
    ]);
    expect(await refusal(bytes)).toBeNull();
    expect((await openZip(bytes)).names).toEqual(["a"]);
  });

  test("no damage to a file does more than refuse it", async () => {
    const whole = zipOf([
      { name: "a.xml", data: "甲".repeat(50), deflate: true },
      { name: "b.xml", data: "乙" },
    ]);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (bytes, length) => {
        const broken = whole.slice(0, length);
        for (const [at, value] of bytes) broken[at] = value;
        const code = await refusal(broken);
        expect([null, "file.empty", "zip.damaged", "zip.bomb", "zip.encrypted"]).toContain(code);
      }),
      { numRuns: 300 },
    );
  });
});
