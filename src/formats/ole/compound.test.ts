import { describe, expect, test } from "vitest";
import { compoundOf } from "../../../test/formats/ole/build.ts";
import { UnreadableFile } from "../unreadable.ts";
import { openCompound } from "./compound.ts";

const small = Buffer.from("甲乙丙".repeat(20));
const large = Buffer.from("一二三四五".repeat(3000));

describe("a compound file", () => {
  test("gives its streams, small and large, whole", () => {
    const file = openCompound(compoundOf({ WordDocument: large, "1Table": small, empty: new Uint8Array() }));
    expect([...file.names]).toEqual(["WordDocument", "1Table", "empty"]);
    expect(Buffer.from(file.stream("WordDocument") ?? []).equals(large)).toBe(true);
    expect(Buffer.from(file.stream("1Table") ?? []).equals(small)).toBe(true);
    expect(file.stream("empty")).toHaveLength(0);
    expect(file.stream("Workbook")).toBeNull();
  });

  test("has a table of sectors that reaches beyond the header, as files above 7 MB do", () => {
    const huge = Buffer.alloc(8 * 1024 * 1024, "年报");
    expect(
      Buffer.from(openCompound(compoundOf({ WordDocument: huge })).stream("WordDocument") ?? []).equals(huge),
    ).toBe(true);
  });

  test("cut short: what is there is given, and nothing hangs", () => {
    const whole = compoundOf({ "1Table": small, WordDocument: large });
    for (let size = 0; size < whole.length; size += 997) {
      try {
        const file = openCompound(whole.subarray(0, size));
        expect(file.stream("WordDocument")?.length ?? 0).toBeLessThanOrEqual(large.length);
      } catch (error) {
        expect(error).toMatchObject({ code: "ole.damaged" });
      }
    }
  });

  test("a chain that runs in a circle, and brothers that name each other, end", () => {
    const bytes = Buffer.from(compoundOf({ WordDocument: large, Data: large }));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const table = (view.getUint32(0x4c, true) + 1) * 512;
    // The fourth sector of the first stream leads back to the first.
    view.setUint32(table + 3 * 4, 0, true);
    const directory = (view.getUint32(0x30, true) + 1) * 512;
    view.setUint32(directory + 2 * 128 + 0x48, 1, true);
    const file = openCompound(bytes);
    expect([...file.names].sort()).toEqual(["Data", "WordDocument"]);
    expect(file.stream("WordDocument")).toHaveLength(large.length);
  });

  test.each([
    ["too short for a header", new Uint8Array(100)],
    ["sectors of an impossible size", compoundOf({ a: small }).fill(0xff, 0x1e, 0x20)],
    ["no root", compoundOf({ a: small }).fill(0, 512)],
  ])("%s is a damaged file", (_, bytes) => {
    expect(() => openCompound(bytes)).toThrow(UnreadableFile);
  });
});
