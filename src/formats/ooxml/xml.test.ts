import { DOMParser, type Element, type Node } from "@xmldom/xmldom";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UnreadableFile } from "../unreadable.ts";
import { LIMITS } from "./limits.ts";
import { child, childElements, descendants, textOf, type XmlNode } from "./tree.ts";
import { parseXml, parseXmlPart } from "./xml.ts";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

describe("parseXml", () => {
  test("names elements and attributes by their namespace, not by the file's prefix", () => {
    const root = parseXml(
      `<q:p xmlns:q="${W}" xmlns="urn:x" q:a="1" b='2'><c xml:space="preserve"/><d xmlns="${W}"/></q:p>`,
    );
    expect(root.tag).toBe("w:p");
    expect({ ...root.attributes }).toEqual({ "w:a": "1", b: "2" });
    expect(childElements(root).map((element) => element.tag)).toEqual(["{urn:x}:c", "w:d"]);
    expect(parseXml('<a xmlns="urn:x"><b xmlns=""/></a>').children).toMatchObject([{ tag: "b" }]);
    expect(child(root, "{urn:x}:c")?.attributes["xml:space"]).toBe("preserve");
  });

  test("reads entities, CDATA, line ends; leaves out comments and instructions", () => {
    const root = parseXml(
      "\ufeff<?xml version='1.0'?><!-- <x> --><a>&lt;&#20013;&#x6587;&amp;<![CDATA[<&>]]>\r\n<?p?><!--c-->\r</a>\n",
    );
    expect(textOf(root)).toBe("<中文&<&>\n\n");
  });

  test("reads UTF-16 by its mark, and refuses bytes that are no text", () => {
    expect(parseXmlPart(Buffer.from("\ufeff<甲>乙</甲>", "utf16le")).tag).toBe("甲");
    expect(parseXmlPart(Buffer.from("\ufeff<甲/>", "utf16le").swap16()).tag).toBe("甲");
    expect(() => parseXmlPart(Buffer.from([0x3c, 0x61, 0xff, 0x3e]))).toThrow(UnreadableFile);
  });

  test("properties of Object are no attributes", () => {
    const root = parseXml('<a __proto__="1" constructor="2"/>');
    expect(Object.keys(root.attributes)).toEqual(["__proto__", "constructor"]);
    expect(parseXml('<a b=""/>').attributes["toString"]).toBeUndefined();
  });

  test.each([
    "",
    "甲",
    "<a>",
    "<a></b>",
    "</a>",
    "<a/><b/>",
    "<a/>甲",
    "<a b/>",
    "<a b=1/>",
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<a b="1"c="2"/>',
    "<a>&nbsp;</a>",
    "<a>&lt</a>",
    "<a>&#0;</a>",
    "<a>&#xd800;</a>",
    "<a>\u0001</a>",
    "<a><!-- </a>",
    "<a><![CDATA[ </a>",
    "<a><b",
    "< a/>",
    "<1/>",
    "<a:b:c/>",
  ])("refuses %j", (text) => {
    expect(() => parseXml(text)).toThrow(UnreadableFile);
  });

  test("refuses a DOCTYPE wherever it stands, but not its name in a text", () => {
    const code = (text: string): unknown => {
      try {
        return parseXml(text).tag;
      } catch (error) {
        return error instanceof UnreadableFile ? error.code : error;
      }
    };
    expect(code('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toBe("xml.doctype");
    expect(code("<a><!DOCTYPE b></a>")).toBe("xml.doctype");
    expect(code("<a><![CDATA[<!DOCTYPE b>]]></a>")).toBe("a");
  });

  test("bounds depth and size", () => {
    const nested = (depth: number): string => "<a>".repeat(depth) + "</a>".repeat(depth);
    expect(parseXml(nested(LIMITS.xmlDepth)).tag).toBe("a");
    expect(() => parseXml(nested(LIMITS.xmlDepth + 1))).toThrow(UnreadableFile);
    expect(() => parseXml(`<a>${" ".repeat(LIMITS.xmlLength)}</a>`)).toThrow(UnreadableFile);
  });

  test("descendants come in the order of the text", () => {
    const root = parseXml('<a><b n="1"><b n="2"/></b><c><b n="3"/></c></a>');
    expect(descendants(root, "b").map((element) => element.attributes["n"])).toEqual(["1", "2", "3"]);
  });
});

type Tree = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Tree | string)[];
};

const name = fc.constantFrom("a", "w:p", "w:t", "名", "b-1.c");
const text = fc.string({
  unit: fc.constantFrom("甲", "<", "&", ">", '"', "'", " ", "\n", "\t", "]]", "😀", "x"),
  minLength: 1,
  maxLength: 8,
});
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name,
    attributes: fc.dictionary(fc.constantFrom("n", "w:val", "xml:space"), text, { maxKeys: 3 }),
    children: fc.array(fc.oneof({ depthSize: "small", withCrossShrink: true }, text, tie("tree")), { maxLength: 4 }),
  }),
}));

const escaped = (value: string): string => value.replace(/[<&>"'\n\t]/g, (letter) => `&#${letter.charCodeAt(0)};`);

function write(node: Tree | string): string {
  if (typeof node === "string") return escaped(node);
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${node.name}${attributes.join("")}>${node.children.map(write).join("")}</${node.name}>`;
}

type Plain = readonly [string, Readonly<Record<string, string>>, readonly unknown[]];

/** Neighbouring texts are one; names as written (the prefixes here are their own short names). */
function plain(node: XmlNode): unknown {
  if (typeof node === "string") return node;
  return [node.tag, { ...node.attributes }, joined(node.children.map(plain))] satisfies Plain;
}

function plainDom(node: Node): unknown {
  if (node.nodeType === 3 || node.nodeType === 4) return node.nodeValue;
  const element = node as Element;
  const attributes = Object.fromEntries(
    [...element.attributes].map((a) => [a.name, a.value]).filter(([key]) => key !== "xmlns:w"),
  );
  return [element.tagName, attributes, joined([...element.childNodes].map(plainDom))] satisfies Plain;
}

function joined(nodes: readonly unknown[]): unknown[] {
  const out: unknown[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (typeof node === "string" && typeof last === "string") out[out.length - 1] = last + node;
    else out.push(node);
  }
  return out;
}

test("reads what xmldom reads", () => {
  fc.assert(
    fc.property(tree, (generated) => {
      const xml = `<w:root xmlns:w="${W}">${write(generated)}</w:root>`;
      const dom = new DOMParser().parseFromString(xml, "text/xml").documentElement;
      if (!dom) throw new Error("xmldom read nothing");
      expect(plain(parseXml(xml))).toEqual(plainDom(dom));
    }),
  );
});
