import { UnreadableFile } from "../unreadable.ts";
import { LIMITS } from "./limits.ts";
import { shortNamespace } from "./namespaces.ts";

/**
 * An element of an office file. Names carry the namespace's short name and not the file's own prefix:
 * `w:p` is a paragraph in transitional and in strict files alike. Attributes without a prefix are bare (`Id`).
 */
export interface XmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

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
  readonly elementNames: Map<string, string>;
  readonly attributeNames: Map<string, string>;
}

interface OpenElement extends XmlElement {
  readonly raw: string;
  readonly scope: Scope;
  readonly children: XmlNode[];
}

const NAME = "[A-Za-z_\\u00c0-\\ufffd][\\w.\\-\\u00b7-\\ufffd]*(?::[A-Za-z_\\u00c0-\\ufffd][\\w.\\-\\u00b7-\\ufffd]*)?";
const START_TAG = new RegExp(`<(${NAME})`, "y");
const END_TAG = new RegExp(`</(${NAME})\\s*>`, "y");
const ATTRIBUTE = new RegExp(`\\s+(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, "y");
const TAG_CLOSE = /\s*(\/?)>/y;
// The characters that XML cannot carry.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(Object.create(null));

/**
 * Parses well-formed XML into a light tree. Comments and processing instructions are left out; a DOCTYPE is
 * refused, so there are no entities but the five of XML itself.
 *
 * Why not a DOM library: on the 216 KB `document.xml` of a 12-page report `@xmldom/xmldom` 0.9 takes 140 ms
 * cold and 50 ms warm, this takes 9 and 3. The tests hold it to what xmldom reads.
 * @throws UnreadableFile when the text is not well-formed, has a DOCTYPE, or passes `LIMITS`.
 */
export function parseXml(source: string): XmlElement {
  if (source.length > LIMITS.xmlLength) throw malformed("too long");
  if (FORBIDDEN.test(source)) throw malformed("a forbidden character");
  const text = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  const stack: OpenElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const addText = (value: string): void => {
    const parent = stack.at(-1);
    if (parent) parent.children.push(value);
    else if (value.trim() !== "") throw malformed("text outside the root");
  };
  const skipTo = (mark: string, from: number): number => {
    const end = text.indexOf(mark, from);
    if (end < 0) throw malformed(`no ${mark}`);
    return end;
  };

  while (at < text.length) {
    const open = text.indexOf("<", at);
    const stop = open < 0 ? text.length : open;
    if (stop > at) addText(unescapeText(text.slice(at, stop)));
    if (open < 0) break;
    at = open;
    const next = text.charCodeAt(at + 1);
    if (next === 0x2f) {
      END_TAG.lastIndex = at;
      const match = END_TAG.exec(text);
      const top = stack.pop();
      if (!match || top?.raw !== match[1]) throw malformed("an end tag that closes nothing");
      at = END_TAG.lastIndex;
    } else if (next === 0x3f) {
      at = skipTo("?>", at + 2) + 2;
    } else if (next === 0x21) {
      if (text.startsWith("<!--", at)) {
        at = skipTo("-->", at + 4) + 3;
      } else if (text.startsWith("<![CDATA[", at) && stack.length > 0) {
        const end = skipTo("]]>", at + 9);
        addText(text.slice(at + 9, end));
        at = end + 3;
      } else {
        throw text.startsWith("<!DOCTYPE", at) ? doctype() : malformed("a declaration");
      }
    } else {
      START_TAG.lastIndex = at;
      const raw = START_TAG.exec(text)?.[1];
      if (raw === undefined) throw malformed("a < that opens nothing");
      elements += 1;
      if (elements > LIMITS.xmlElements || stack.length >= LIMITS.xmlDepth) throw malformed("too many or too deep");
      const parent = stack.at(-1);
      if (!parent && root) throw malformed("two roots");
      const found = readAttributes(text, START_TAG.lastIndex, parent?.scope ?? ROOT_SCOPE);
      const element: OpenElement = {
        tag: elementName(raw, found.scope),
        attributes: found.attributes,
        children: [],
        raw,
        scope: found.scope,
      };
      if (parent) parent.children.push(element);
      else root = element;
      if (!found.empty) stack.push(element);
      at = found.end;
    }
  }
  if (!root || stack.length > 0) throw malformed("it ends too early");
  return root;
}

const ROOT_SCOPE: Scope = { prefixes: new Map([["xml", "xml"]]), elementNames: new Map(), attributeNames: new Map() };

interface StartTag {
  readonly attributes: Readonly<Record<string, string>>;
  readonly scope: Scope;
  readonly empty: boolean;
  readonly end: number;
}

function readAttributes(text: string, from: number, outer: Scope): StartTag {
  let raw: Record<string, string> | null = null;
  let declared: Map<string, string> | null = null;
  let at = from;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (!match) break;
    at = ATTRIBUTE.lastIndex;
    const name = match[1] ?? "";
    const value = unescapeText((match[2] ?? match[3] ?? "").replace(/[\n\t]/g, " "));
    if (name === "xmlns" || name.startsWith("xmlns:")) {
      declared ??= new Map(outer.prefixes);
      declared.set(name.slice(6), shortNamespace(value));
    } else {
      raw ??= Object.create(null) as Record<string, string>;
      if (name in raw) throw malformed("an attribute given twice");
      raw[name] = value;
    }
  }
  TAG_CLOSE.lastIndex = at;
  const close = TAG_CLOSE.exec(text);
  if (!close) throw malformed("a start tag that does not end");
  const scope = declared ? { prefixes: declared, elementNames: new Map(), attributeNames: new Map() } : outer;
  return {
    attributes: raw ? resolved(raw, scope) : NO_ATTRIBUTES,
    scope,
    empty: close[1] === "/",
    end: TAG_CLOSE.lastIndex,
  };
}

function resolved(raw: Readonly<Record<string, string>>, scope: Scope): Readonly<Record<string, string>> {
  const attributes = Object.create(null) as Record<string, string>;
  for (const name in raw) attributes[attributeName(name, scope)] = raw[name] ?? "";
  return attributes;
}

function elementName(raw: string, scope: Scope): string {
  const known = scope.elementNames.get(raw);
  if (known !== undefined) return known;
  const colon = raw.indexOf(":");
  const space = colon < 0 ? scope.prefixes.get("") : (scope.prefixes.get(raw.slice(0, colon)) ?? raw.slice(0, colon));
  const name = space ? `${space}:${raw.slice(colon + 1)}` : raw;
  scope.elementNames.set(raw, name);
  return name;
}

function attributeName(raw: string, scope: Scope): string {
  const known = scope.attributeNames.get(raw);
  if (known !== undefined) return known;
  const colon = raw.indexOf(":");
  const prefix = raw.slice(0, Math.max(colon, 0));
  const name = colon < 0 ? raw : `${scope.prefixes.get(prefix) ?? prefix}:${raw.slice(colon + 1)}`;
  scope.attributeNames.set(raw, name);
  return name;
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

/** The first child element of that name. */
export function child(element: XmlElement | undefined, tag: string): XmlElement | undefined {
  if (element) for (const node of element.children) if (typeof node !== "string" && node.tag === tag) return node;
  return undefined;
}

export function childElements(element: XmlElement | undefined, tag?: string): XmlElement[] {
  const found: XmlElement[] = [];
  if (element) {
    for (const node of element.children) {
      if (typeof node !== "string" && (tag === undefined || node.tag === tag)) found.push(node);
    }
  }
  return found;
}

/** Every element of that name below `element`, in the order of the text. */
export function* descendants(element: XmlElement, tag: string): Generator<XmlElement> {
  for (const node of element.children) {
    if (typeof node === "string") continue;
    if (node.tag === tag) yield node;
    yield* descendants(node, tag);
  }
}

export function textOf(element: XmlElement): string {
  let text = "";
  for (const node of element.children) text += typeof node === "string" ? node : textOf(node);
  return text;
}
