import { decodeText } from "../text/decode.ts";

/**
 * The page's text. Bytes that are UTF-8 are UTF-8, whatever the page says of itself: pages are saved anew by browsers
 * that leave the old word standing. Otherwise the page's word counts, or GB18030.
 * @param said the character set that the file around the page names
 */
export function decodePage(bytes: Uint8Array, said: string | null = null): string {
  const decoded = decodeText(bytes);
  if (decoded.encoding !== "gb18030") return decoded.text;
  const named = said ?? metaCharset(bytes);
  if (named === null || /^(?:gb|utf-?8|iso-8859-1|us-ascii)/i.test(named)) return decoded.text;
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return decoded.text;
  }
}

function metaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1] ?? null;
}
