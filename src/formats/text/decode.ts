import { UnreadableFile } from "../unreadable.ts";

export interface Decoded {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030";
  /** How many places could not be decoded and stand as U+FFFD. */
  readonly faults: number;
}

/**
 * Text in any encoding that Chinese offices leave behind: a byte order mark decides; without one, UTF-16 shows
 * by its zero bytes, valid UTF-8 is UTF-8, and everything else is GB18030 (which contains GBK and GB2312).
 * Throws `UnreadableFile` for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = sniff(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  if (controls > 8 && controls > text.length / 100) {
    throw new UnreadableFile(
      "not-text",
      "里面不是文字，可能是别的程序的文件。请用原来的程序打开，另存为 docx 或 txt 再导入。",
    );
  }
  return { text: text.replaceAll("\u0000", ""), encoding, faults: text.match(/\ufffd/g)?.length ?? 0 };
}

function sniff(bytes: Uint8Array): Decoded["encoding"] {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return sniffUtf16(bytes) ?? (isUtf8(bytes) ? "utf-8" : "gb18030");
}

const PLAUSIBLE = /[\t\n\r\u0020-\u007e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’—…·]/g;

/** UTF-16 without a mark: it has zero bytes, which no other text has, and one byte order makes sense of nearly all. */
function sniffUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4 || bytes.length % 2 !== 0 || !sample.includes(0)) return null;
  for (const encoding of ["utf-16le", "utf-16be"] as const) {
    const text = new TextDecoder(encoding).decode(sample);
    if ((text.match(PLAUSIBLE)?.length ?? 0) > text.length * 0.9) return encoding;
  }
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
