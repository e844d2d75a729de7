/** What a file is by its first bytes; its name is not believed. */
export type Kind = "json" | "text" | "zip" | "ole" | "pdf" | "rtf" | "html" | "empty";

const ASCII = new TextDecoder("latin1");

export function sniffKind(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return "empty";
  const head = ASCII.decode(bytes.subarray(0, 1024));
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) return "zip";
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) return "ole";
  if (head.startsWith("%PDF-")) return "pdf";
  if (head.startsWith("{\\rtf")) return "rtf";
  const text = head.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  if (/^(?:<!doctype html|<html|<head|<meta|mime-version:)/i.test(text)) return "html";
  return text.startsWith("{") ? "json" : "text";
}
