import { UnreadableFile } from "../unreadable.ts";

/** One part of a page saved as a single file (MHTML, RFC 2557). */
export interface MimePart {
  readonly type: string;
  readonly charset: string | null;
  readonly location: string;
  readonly bytes: Uint8Array;
}

const DEEPEST = 6;
const MOST_PARTS = 5_000;

/** The parts of a saved page in order, each decoded. @throws UnreadableFile when there are none */
export function mimeParts(bytes: Uint8Array): MimePart[] {
  // One letter a byte: headers and boundaries are ASCII, and a part's own bytes come out as they went in.
  const parts = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"), DEEPEST);
  if (parts.length > 0) return parts;
  throw new UnreadableFile(
    "mht.empty",
    "保存下来的网页不完整，里面没有内容。请重新打开网页，把正文复制到 WPS 中，另存为 docx 后再导入。",
  );
}

function partsOf(message: string, depth: number): MimePart[] {
  const { headers, body } = divided(message);
  const type = headers.get("content-type") ?? "text/html";
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (/^\s*multipart\//i.test(type)) {
    if (mark === undefined || depth === 0) return [];
    return piecesBetween(body, `--${mark}`).flatMap((piece) => partsOf(piece, depth - 1));
  }
  return [
    {
      type: (type.split(";")[0] ?? "").trim().toLowerCase(),
      charset: /charset\s*=\s*["']?([\w-]+)/i.exec(type)?.[1] ?? null,
      location: headers.get("content-location") ?? "",
      bytes: decoded(body, (headers.get("content-transfer-encoding") ?? "").trim().toLowerCase()),
    },
  ];
}

/** Header lines, the folded ones joined, and what stands behind the empty line. */
function divided(message: string): { headers: Map<string, string>; body: string } {
  const text = message.replace(/^(?:\r?\n)+/, "");
  const gap = /\r?\n[ \t]*\r?\n/.exec(text);
  const head = text.slice(0, gap?.index ?? text.length);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: gap ? text.slice(gap.index + gap[0].length) : "" };
}

function piecesBetween(body: string, mark: string): string[] {
  const found: string[] = [];
  let at = body.indexOf(mark);
  while (at >= 0 && found.length < MOST_PARTS) {
    const from = at + mark.length;
    if (body.startsWith("--", from)) break;
    const next = body.indexOf(`\n${mark}`, from);
    found.push(body.slice(from, next < 0 ? body.length : next));
    at = next < 0 ? -1 : next + 1;
  }
  return found;
}

function decoded(body: string, encoding: string): Uint8Array {
  if (encoding === "base64") return Buffer.from(body.replace(/[^A-Za-z0-9+/=]/g, ""), "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  const plain = body
    .replace(/[ \t]*=[ \t]*\r?\n/g, "")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, "latin1");
}
