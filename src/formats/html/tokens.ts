import { decodeEntities } from "./entities.ts";

export type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "open"; readonly tag: string; readonly attributes: Attributes }
  | { readonly kind: "close"; readonly tag: string };

export type Attributes = Readonly<Record<string, string>>;

/** Elements whose content is no markup: up to their end tag it is skipped, but for those that show it as text. */
const RAW: ReadonlySet<string> = new Set([
  "script",
  "style",
  "title",
  "textarea",
  "xmp",
  "noscript",
  "iframe",
  "noframes",
]);
const SHOWN_RAW: ReadonlySet<string> = new Set(["title", "textarea", "xmp"]);

/**
 * The tokens of a page as a browser sees them, in one pass and never looking back: whatever is no tag is text.
 * Comments and Word's conditional marks are left out, and the text between `<![if …]>` and `<![endif]>` is kept.
 */
export function* tokensOf(html: string): Generator<Token> {
  const lastComment = html.lastIndexOf("-->");
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const end = open < 0 ? html.length : open;
    if (end > at) yield { kind: "text", text: decodeEntities(html.slice(at, end)) };
    if (open < 0) return;
    const next = html.charCodeAt(open + 1);
    if (next === EXCLAMATION || next === QUESTION) {
      at = endOfDeclaration(html, open, lastComment);
    } else if (isLetter(html.charCodeAt(open + (next === SLASH ? 2 : 1)))) {
      const tag = readTag(html, open);
      // A tag that never ends would swallow the rest of the page: that is kept as the text it may be.
      if (tag === null) {
        yield { kind: "text", text: decodeEntities(html.slice(open).replace(/<[^<>]*>/g, "\n")) };
        return;
      }
      yield tag.token;
      at = tag.end;
      if (tag.token.kind === "open" && RAW.has(tag.token.tag)) {
        const close = endOfRaw(html, at, tag.token.tag);
        if (SHOWN_RAW.has(tag.token.tag)) yield { kind: "text", text: decodeEntities(html.slice(at, close)) };
        at = close;
      }
    } else {
      yield { kind: "text", text: "<" };
      at = open + 1;
    }
  }
}

const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const SLASH = 0x2f;
const CLOSE = 0x3e;
const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** The end of a comment, a DOCTYPE, or a conditional mark. A comment without an end reaches to the next tag's end. */
function endOfDeclaration(html: string, open: number, lastComment: number): number {
  if (html.startsWith("<!--", open) && lastComment >= open + 4) return html.indexOf("-->", open + 4) + 3;
  const end = html.indexOf(">", open);
  return end < 0 ? html.length : end + 1;
}

function endOfRaw(html: string, from: number, tag: string): number {
  const end = new RegExp(`</${tag}(?![a-z])`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** Attributes beyond this many are nobody's; their text is skipped. */
const MOST_ATTRIBUTES = 100;

function readTag(html: string, open: number): { token: Token; end: number } | null {
  const closing = html.charCodeAt(open + 1) === SLASH;
  let at = open + (closing ? 2 : 1);
  const nameStart = at;
  while (
    at < html.length &&
    !isSpace(html.charCodeAt(at)) &&
    html.charCodeAt(at) !== CLOSE &&
    html.charCodeAt(at) !== SLASH
  )
    at += 1;
  const tag = html.slice(nameStart, at).toLowerCase();
  const attributes: Record<string, string> = {};
  for (let count = 0; ; ) {
    while (at < html.length && (isSpace(html.charCodeAt(at)) || html.charCodeAt(at) === SLASH)) at += 1;
    if (at >= html.length) return null;
    if (html.charCodeAt(at) === CLOSE) {
      return { token: closing ? { kind: "close", tag } : { kind: "open", tag, attributes }, end: at + 1 };
    }
    const attribute = readAttribute(html, at);
    if (attribute === null) return null;
    at = attribute.end;
    if (count < MOST_ATTRIBUTES && !Object.hasOwn(attributes, attribute.name)) {
      attributes[attribute.name] = decodeEntities(attribute.value);
      count += 1;
    }
  }
}

function readAttribute(html: string, from: number): { name: string; value: string; end: number } | null {
  let at = from + 1;
  const stops = (code: number): boolean => isSpace(code) || code === CLOSE || code === SLASH || code === EQUALS;
  while (at < html.length && !stops(html.charCodeAt(at))) at += 1;
  const name = html.slice(from, at).toLowerCase();
  let equals = at;
  while (isSpace(html.charCodeAt(equals))) equals += 1;
  if (html.charCodeAt(equals) !== EQUALS) return { name, value: "", end: at };
  at = equals + 1;
  while (isSpace(html.charCodeAt(at))) at += 1;
  const quote = html.charCodeAt(at);
  if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
    const end = html.indexOf(html[at] ?? '"', at + 1);
    return end < 0 ? null : { name, value: html.slice(at + 1, end), end: end + 1 };
  }
  const start = at;
  while (at < html.length && !isSpace(html.charCodeAt(at)) && html.charCodeAt(at) !== CLOSE) at += 1;
  return { name, value: html.slice(start, at), end: at };
}
