import type { XmlPackage } from "../ooxml/package.ts";
import { child, childElements, type XmlElement, type XmlNode } from "../ooxml/tree.ts";
import { formatNamed } from "../word/formats.ts";

/**
 * Word's XML document of 2003 as the parts of a docx. The later format was made of it: most names are the same, and
 * what stood inside the text (notes, headers, comments) was moved to parts of its own.
 */
export function packageOf2003(root: XmlElement): XmlPackage {
  const moved: Record<"footnote" | "endnote" | "comment", XmlElement[]> = { footnote: [], endnote: [], comment: [] };
  const margins = new Map<string, XmlElement>();

  const all = (nodes: readonly XmlNode[]): XmlNode[] =>
    nodes.flatMap((node): XmlNode[] => (typeof node === "string" ? [node] : translated(node)));
  const moveNote = (kind: "footnote" | "endnote", node: XmlElement): XmlElement[] => {
    const id = String(moved[kind].length + 1);
    moved[kind].push(element(`w:${kind}`, { "w:id": id }, all(node.children)));
    return [element(`w:${kind}Reference`, { "w:id": id })];
  };
  const moveMargin = (kind: "header" | "footer", node: XmlElement): XmlElement[] => {
    const id = `${kind}${margins.size + 1}`;
    margins.set(id, element(kind === "header" ? "w:hdr" : "w:ftr", {}, all(node.children)));
    return [element(`w:${kind}Reference`, { "r:id": id })];
  };

  function translated(node: XmlElement): XmlElement[] {
    switch (node.tag) {
      case "aml:annotation":
        return annotation(node);
      case "w:footnote":
      case "w:endnote":
        return moveNote(node.tag === "w:footnote" ? "footnote" : "endnote", node);
      case "w:hdr":
      case "w:ftr":
        return moveMargin(node.tag === "w:hdr" ? "header" : "footer", node);
      case "w:binData":
        return [];
      case "w:t":
        // The root says once that white space counts.
        return [element("w:t", { ...node.attributes, "xml:space": "preserve" }, node.children)];
      default:
        return [element(RENAMED[node.tag] ?? node.tag, node.attributes, all(node.children))];
    }
  }

  function annotation(node: XmlElement): XmlElement[] {
    const content = (): XmlNode[] => all(child(node, "aml:content")?.children ?? []);
    switch (node.attributes["w:type"]) {
      case "Word.Deletion":
        return [element("w:del", {}, content())];
      case "Word.Comment":
        moved.comment.push(element("w:comment", {}, content()));
        return [];
      case "Word.Bookmark.Start":
        return [element("w:bookmarkStart", { "w:name": node.attributes["w:name"] ?? "" })];
      default:
        return [element("w:ins", {}, content())];
    }
  }

  const parts = new Map<string, XmlElement>();
  const links: XmlElement[] = [];
  const add = (type: string, target: string, part: XmlElement | undefined, id = type): void => {
    if (!part) return;
    parts.set(`word/${target}`, part);
    links.push(element("rel:Relationship", { Id: id, Type: type, Target: target }));
  };
  const [styles] = all(childElements(root, "w:styles"));
  const body = all(childElements(root, "w:body"));
  parts.set("word/document.xml", element("w:document", {}, body));
  add("styles", "styles.xml", typeof styles === "string" ? undefined : styles);
  add("numbering", "numbering.xml", numberingOf(child(root, "w:lists")));
  for (const kind of ["footnote", "endnote", "comment"] as const)
    add(`${kind}s`, `${kind}s.xml`, element(`w:${kind}s`, {}, moved[kind]));
  for (const [id, part] of margins) add(id.replace(/\d+$/, ""), `${id}.xml`, part, id);
  parts.set("word/_rels/document.xml.rels", element("rel:Relationships", {}, links));
  return { part: async (name) => parts.get(name) ?? null };
}

const RENAMED: Readonly<Record<string, string>> = {
  "w:vmerge": "w:vMerge",
  "w:hmerge": "w:hMerge",
  "w:listPr": "w:numPr",
  "w:ilfo": "w:numId",
};

function element(tag: string, attributes: XmlElement["attributes"], children: readonly XmlNode[] = []): XmlElement {
  return { tag, attributes, children };
}

/** Lists have their numbers' formats by code, and their parts by other names. */
function numberingOf(lists: XmlElement | undefined): XmlElement | undefined {
  if (!lists) return undefined;
  const definitions = childElements(lists, "w:listDef").map((definition) =>
    element(
      "w:abstractNum",
      { "w:abstractNumId": definition.attributes["w:listDefId"] ?? "" },
      childElements(definition, "w:lvl").map(level),
    ),
  );
  const numbers = childElements(lists, "w:list").map((list) =>
    element("w:num", { "w:numId": list.attributes["w:ilfo"] ?? "" }, [
      element("w:abstractNumId", { "w:val": child(list, "w:ilst")?.attributes["w:val"] ?? "" }),
      ...childElements(list, "w:lvlOverride"),
    ]),
  );
  return element("w:numbering", {}, [...definitions, ...numbers]);
}

function level({ tag, attributes, children }: XmlElement): XmlElement {
  const format = children.find((node) => typeof node !== "string" && node.tag === "w:nfc");
  const code = typeof format === "object" ? Number(format.attributes["w:val"] ?? 0) : 0;
  return element(tag, attributes, [...children, element("w:numFmt", { "w:val": formatNamed(code) })]);
}
