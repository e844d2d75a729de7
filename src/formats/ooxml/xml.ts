import { UnreadableFile } from "../unreadable.ts";
import { LIMITS } from "./limits.ts";
import { shortNamespace } from "./namespaces.ts";
import type { XmlElement, XmlNode } from "./tree.ts";

/** Decodes a part (UTF-8, or UTF-16 by its byte order mark) and parses it. @throws UnreadableFile */
export function parseXmlPart(bytes: Uint8Array): XmlElement {
  return parseXml(decodeXml(bytes));
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw malformed("bytes that are no text", error);
  }
}

/** Prefix → short name, with the resolved names met so far. One object serves all elements of a scope. */
interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  /** By the text between `<` and `>`: an office file says the same few hundred tags over and over. */
  readonly startTags: Map<string, StartTag>;
}

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
}

const NAME_PART = "[A-Za-z_\\u00c0-\\ufffd][\\w.\\-\\u00b7-\\ufffd]*";
const NAME = new RegExp(`^${NAME_PART}(?::${NAME_PART})?$`);
// The characters that XML cannot carry.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** An object without inherited names that V8 still keeps in its fast form, unlike `Object.create(null)`. */
const Attributes = function Attributes() {} as unknown as new () => Record<string, string>;
Attributes.prototype = Object.create(null);

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(new Attributes());
const NO_CHILDREN: readonly XmlNode[] = Object.freeze([]);

/**
 * Parses well-formed XML into a light tree. Comments and processing instructions are left out; a DOCTYPE is
 * refused, so there are no entities but the five of XML itself.
 *
 * Why not a DOM library: on the 216 KB `document.xml` of a 12-page report `@xmldom/xmldom` 0.9 takes 140 ms
 * cold and 50 ms warm; this takes 6 and 2. The tests hold it to what xmldom reads.
 * @throws UnreadableFile when the text is not well-formed, has a DOCTYPE, or passes `LIMITS`.
 */
export function parseXml(source: string): XmlElement {
  if (source.length > LIMITS.xmlLength) throw malformed("too long");
  if (FORBIDDEN.test(source)) throw malformed("a forbidden character");
  const text = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  // The elements that are open, with their names as written and their scopes.
  const stack: OpenElement[] = [];
  const names: string[] = [];
  const scopes: Scope[] = [ROOT_SCOPE];
  let root: XmlElement | null = null;
  let elements = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const addText = (value: string): void => {
    const parent = stack.at(-1);
    if (parent) parent.children.push(value);
    else if (value.trim() !== "") throw malformed("text outside the root");
  };

  while (at < text.length) {
    const open = text.indexOf("<", at);
    const stop = open < 0 ? text.length : open;
    if (stop > at) addText(unescapeText(text.slice(at, stop)));
    if (open < 0) break;
    at = open;
    const next = text.charCodeAt(at + 1);
    if (next === SLASH) {
      const name = names.pop();
      if (name === undefined || !text.startsWith(name, at + 2)) throw malformed("an end tag that closes nothing");
      stack.pop();
      scopes.pop();
      at = skipSpace(text, at + 2 + name.length);
      if (text.charCodeAt(at) !== CLOSE) throw malformed("an end tag that does not end");
      at += 1;
    } else if (next === QUESTION) {
      at = endOf(text, "?>", at + 2);
    } else if (next === EXCLAMATION) {
      if (text.startsWith("<!--", at)) {
        at = endOf(text, "-->", at + 4);
      } else if (text.startsWith("<![CDATA[", at) && stack.length > 0) {
        const end = endOf(text, "]]>", at + 9);
        addText(text.slice(at + 9, end - 3));
        at = end;
      } else {
        throw text.startsWith("<!DOCTYPE", at) ? doctype() : malformed("a declaration");
      }
    } else {
      elements += 1;
      if (elements > LIMITS.xmlElements || stack.length >= LIMITS.xmlDepth) throw malformed("too many or too deep");
      const parent = stack.at(-1);
      if (!parent && root) throw malformed("two roots");
      const start = startTagAt(text, at, scopes.at(-1) ?? ROOT_SCOPE);
      const { tag, attributes } = start;
      const element = { tag, attributes, children: start.empty ? NO_CHILDREN : [] } satisfies XmlElement;
      if (parent) parent.children.push(element);
      else root = element;
      if (!start.empty) {
        stack.push(element as OpenElement);
        names.push(start.name);
        scopes.push(start.scope);
      }
      at = start.end;
    }
  }
  if (!root || stack.length > 0) throw malformed("it ends too early");
  return root;
}

const ROOT_SCOPE: Scope = { prefixes: new Map([["xml", "xml"]]), startTags: new Map() };

const SLASH = 0x2f;
const CLOSE = 0x3e;
const OPEN = 0x3c;
const EQUALS = 0x3d;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** Where a run of characters that might be a name ends; whether it is one is asked once for each name. */
function endOfName(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || code === CLOSE || code === SLASH || code === EQUALS || code === OPEN) break;
  }
  return at;
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  if (end < 0) throw malformed(`no ${mark}`);
  return end + mark.length;
}

interface StartTag {
  /** As written, for the end tag. */
  readonly name: string;
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly scope: Scope;
  readonly empty: boolean;
  readonly end: number;
}

/** Enough for every tag that repeats, and no more memory for a file in which none does. */
const MOST_START_TAGS = 4096;

function startTagAt(text: string, at: number, scope: Scope): StartTag {
  // A > inside an attribute makes this the beginning of a tag only; no whole tag ever equals that.
  const close = text.indexOf(">", at);
  const content = text.slice(at + 1, close);
  const known = scope.startTags.get(content);
  if (known) return { ...known, end: close + 1 };
  const start = readStartTag(text, at + 1, scope);
  const whole = start.end === close + 1;
  if (whole && start.scope === scope && scope.startTags.size < MOST_START_TAGS) scope.startTags.set(content, start);
  return start;
}

function readStartTag(text: string, from: number, outer: Scope): StartTag {
  const nameEnd = endOfName(text, from);
  const name = text.slice(from, nameEnd);
  let found: string[] | null = null;
  let declared: Map<string, string> | null = null;
  let at = nameEnd;
  for (;;) {
    const start = skipSpace(text, at);
    const code = text.charCodeAt(start);
    if (code === CLOSE || code === SLASH) {
      const end = code === SLASH ? start + 1 : start;
      if (text.charCodeAt(end) !== CLOSE) throw malformed("a start tag that does not end");
      const scope = declared ? { prefixes: declared, startTags: new Map() } : outer;
      const attributes = found ? resolved(found, scope) : NO_ATTRIBUTES;
      return { name, tag: elementName(name, scope), attributes, scope, empty: code === SLASH, end: end + 1 };
    }
    if (start === at) throw malformed("attributes without a space between");
    const keyEnd = endOfName(text, start);
    const key = text.slice(start, keyEnd);
    const equals = skipSpace(text, keyEnd);
    const quoteAt = skipSpace(text, equals + 1);
    const quote = text.charCodeAt(quoteAt);
    if (text.charCodeAt(equals) !== EQUALS || (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE)) {
      throw malformed("an attribute without a value");
    }
    at = endOf(text, quote === DOUBLE_QUOTE ? '"' : "'", quoteAt + 1);
    const value = attributeValue(text.slice(quoteAt + 1, at - 1));
    if (key === "xmlns" || key.startsWith("xmlns:")) {
      declared ??= new Map(outer.prefixes);
      declared.set(key.slice(6), shortNamespace(value));
    } else {
      found ??= [];
      found.push(key, value);
    }
  }
}

function attributeValue(raw: string): string {
  if (raw.includes("<")) throw malformed("a < in an attribute");
  return unescapeText(raw.includes("\n") || raw.includes("\t") ? raw.replace(/[\n\t]/g, " ") : raw);
}

/** @param found names and values in turn */
function resolved(found: readonly string[], scope: Scope): Readonly<Record<string, string>> {
  const attributes = new Attributes();
  for (let i = 0; i < found.length; i += 2) {
    const name = attributeName(found[i] ?? "", scope);
    if (name in attributes) throw malformed("an attribute given twice");
    attributes[name] = found[i + 1] ?? "";
  }
  return attributes;
}

function elementName(raw: string, scope: Scope): string {
  const [prefix, local] = divided(raw);
  const space = scope.prefixes.get(prefix) ?? prefix;
  return space === "" ? local : `${space}:${local}`;
}

/** An attribute without a prefix is in no namespace, whatever the default. */
function attributeName(raw: string, scope: Scope): string {
  const [prefix, local] = divided(raw);
  return prefix === "" ? local : `${scope.prefixes.get(prefix) ?? prefix}:${local}`;
}

function divided(raw: string): [prefix: string, local: string] {
  if (!NAME.test(raw)) throw malformed("a name that is none");
  const colon = raw.indexOf(":");
  return colon < 0 ? ["", raw] : [raw.slice(0, colon), raw.slice(colon + 1)];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeText(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]*)(;?)/g, (_, name: string, end: string) => {
    const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
    const value = number
      ? character(Number.parseInt(number[1] ?? number[2] ?? "", number[1] === undefined ? 10 : 16))
      : Object.hasOwn(ENTITIES, name)
        ? ENTITIES[name]
        : undefined;
    if (value === undefined || end === "") throw malformed("an unknown entity");
    return value;
  });
}

function character(code: number): string {
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  if (code > 0x10ffff || surrogate || FORBIDDEN.test(String.fromCodePoint(code))) {
    throw malformed("a reference to no character");
  }
  return String.fromCodePoint(code);
}

function malformed(what: string, cause?: unknown): UnreadableFile {
  return new UnreadableFile(
    "xml.malformed",
    "文件内部的内容已损坏，无法读取；原文件没有改动，请用 Word 或 WPS 打开后另存一份，再导入新的一份。",
    { cause: cause ?? what },
  );
}

function doctype(): UnreadableFile {
  return new UnreadableFile(
    "xml.doctype",
    "文件里带有不安全的内容（DOCTYPE），正常的文档不会有，没有打开；请核对文件来源。",
  );
}
