/** What a file is by its bytes; its name is not believed. What lies inside a zip or an OLE file is not told here. */
export type Container =
  | "empty"
  | "json"
  | "text"
  | "zip"
  | "ole"
  | "pdf"
  | "rtf"
  | "html"
  | "mht"
  | "word-xml"
  | "excel-xml"
  | "flat-odt"
  | Foreign;

/** Kinds that no report can be read from. */
export type Foreign =
  | "image"
  | "program"
  | "archive"
  | "word-2"
  | "shortcut"
  | "database"
  | "media"
  | "ceb"
  | "caj"
  | "uof";

/** By the first bytes, as Latin-1 text; `skip` says where they stand. */
const SIGNATURES: readonly { readonly kind: Container; readonly bytes: string; readonly skip?: number }[] = [
  { kind: "zip", bytes: "PK\u0003\u0004" },
  { kind: "zip", bytes: "PK\u0005\u0006" },
  { kind: "ole", bytes: "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1" },
  { kind: "rtf", bytes: "{\\rtf" },
  { kind: "image", bytes: "\u0089PNG\r\n" },
  { kind: "image", bytes: "\u00ff\u00d8\u00ff" },
  { kind: "image", bytes: "GIF8" },
  { kind: "image", bytes: "II*\u0000" },
  { kind: "image", bytes: "MM\u0000*" },
  { kind: "image", bytes: "WEBP", skip: 8 },
  { kind: "image", bytes: "ftyphei", skip: 4 },
  { kind: "image", bytes: "ftypmif1", skip: 4 },
  { kind: "program", bytes: "\u007fELF" },
  { kind: "archive", bytes: "Rar!\u001a" },
  { kind: "archive", bytes: "7z\u00bc\u00af\u0027\u001c" },
  { kind: "archive", bytes: "\u001f\u008b" },
  { kind: "archive", bytes: "BZh" },
  { kind: "archive", bytes: "ustar", skip: 257 },
  { kind: "word-2", bytes: "\u00db\u00a5" },
  { kind: "word-2", bytes: "1\u00be\u0000\u0000" },
  { kind: "shortcut", bytes: "L\u0000\u0000\u0000\u0001\u0014\u0002\u0000" },
  { kind: "database", bytes: "SQLite format 3\u0000" },
  { kind: "media", bytes: "ftyp", skip: 4 },
  { kind: "media", bytes: "ID3" },
  { kind: "media", bytes: "RIFF" },
  { kind: "ceb", bytes: "Founder CEB" },
  { kind: "ceb", bytes: "FOUNDER CEB" },
  { kind: "caj", bytes: "CAJ\u0000" },
];

const HEAD = 4096;

export function sniffContainer(bytes: Uint8Array): Container {
  if (bytes.length === 0) return "empty";
  // Not TextDecoder, whose "latin1" is windows-1252.
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("latin1");
  const signed = SIGNATURES.find(({ bytes: sign, skip = 0 }) => head.startsWith(sign, skip));
  if (signed) return signed.kind;
  if (isProgram(head)) return "program";
  if (isBitmap(head, bytes.length)) return "image";
  // Some scanners and mail gateways put bytes of their own in front of a PDF; Acrobat allows a kilobyte.
  if (head.slice(0, 1024).includes("%PDF-")) return "pdf";
  return sniffText(markupOf(head, bytes));
}

/** The head without byte order mark and leading blanks, UTF-16 seen through as far as ASCII goes. */
function markupOf(head: string, bytes: Uint8Array): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = wide ? head.slice(2).replaceAll("\u0000", "") : head.replace(/^\u00ef\u00bb\u00bf/, "");
  return text.trimStart();
}

const MARKUP = /^<(?:!doctype\s+html|!--|(?:html|head|meta|body|div|table|p|span|style|script|title|center|h[1-6])\b)/i;

function sniffText(text: string): Container {
  if (/^<\?xml|^<\w+:\w+\s[^>]*xmlns/i.test(text)) return sniffXml(text);
  if (MARKUP.test(text)) return "html";
  // Header lines up to one that only mail and saved web pages have.
  if (/^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version:|content-type:\s*multipart\/)/i.test(text)) return "mht";
  if (text.startsWith("{")) return "json";
  return (text.match(/<\/(?:p|td|tr|div|table|li)>/gi)?.length ?? 0) >= 3 ? "html" : "text";
}

function sniffXml(text: string): Container {
  if (/progid="Word\.Document"|office\/word\/2003\/wordml|office\/2006\/xmlPackage/.test(text)) return "word-xml";
  if (/progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/.test(text)) return "excel-xml";
  if (/<uof:|schemas\.uof\.org/i.test(text)) return "uof";
  if (text.includes("oasis:names:tc:opendocument") && text.includes("opendocument.text")) return "flat-odt";
  return /<html\b/i.test(text) ? "html" : "text";
}

/** `MZ` alone begins many a text; a program has its second header where the first says. */
function isProgram(head: string): boolean {
  if (!head.startsWith("MZ") || head.length < 0x40) return false;
  const at = head.charCodeAt(0x3c) + head.charCodeAt(0x3d) * 256;
  return head.startsWith("PE\u0000\u0000", at) || head.includes("This program cannot be run");
}

/** `BM`, followed by the file's own length. */
function isBitmap(head: string, length: number): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = [2, 3, 4, 5].map((at) => head.charCodeAt(at));
  return head.startsWith("BM") && a + b * 256 + c * 65536 + d * 16777216 === length;
}
