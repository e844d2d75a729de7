import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UnreadableFile } from "../unreadable.ts";
import { decodeText } from "./decode.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
  return bytes;
};
/** 一、主动公开政府信息7条 and a line break in GB18030, as bytes: nothing in Node writes that encoding. */
const GB18030 = Uint8Array.from(
  "d2bba1a2d6f7b6afb9abbfaad5feb8aed0c5cfa237ccf50a".match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? [],
);
const LINE = "一、主动公开政府信息7条\n";

describe("text in the encodings that offices leave", () => {
  it.each([
    ["UTF-8", utf8(LINE), "utf-8"],
    ["UTF-8 with a byte order mark", utf8(`\ufeff${LINE}`), "utf-8"],
    ["UTF-16 little-endian with its mark", utf16(`\ufeff${LINE}`, false), "utf-16le"],
    ["UTF-16 big-endian with its mark", utf16(`\ufeff${LINE}`, true), "utf-16be"],
    ["UTF-16 little-endian without a mark", utf16(LINE, false), "utf-16le"],
    ["UTF-16 big-endian without a mark", utf16(LINE, true), "utf-16be"],
    ["GB18030", GB18030, "gb18030"],
  ])("%s", (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: LINE, encoding, faults: 0 });
  });

  it("counts what no encoding explains", () => {
    expect(decodeText(Uint8Array.from([...GB18030, 0xff, 0xff, 0x0a])).faults).toBeGreaterThan(0);
  });

  it("refuses bytes that are no text", () => {
    expect(() => decodeText(Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 32))).toThrow(UnreadableFile);
  });

  it("gives any text back that was written as UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const plain = text.replace(/[\u0000-\u0008\u000e-\u001f]/g, "").replace(/^\ufeff+/, "");
        expect(decodeText(utf8(`中${plain}`)).text).toBe(`中${plain}`);
      }),
    );
  });
});
