import { childElements, descendants, type XmlElement } from "../../../src/formats/ooxml/tree.ts";
import { parseXmlPart } from "../../../src/formats/ooxml/xml.ts";
import { openZip } from "../../../src/formats/ooxml/zip.ts";

/**
 * What Word wants of a file, as far as it can be said without Word; each broken rule is one line. "Unreadable
 * content" is what Word says when one of them is broken.
 */
export async function brokenRules(bytes: Uint8Array): Promise<string[]> {
  const zip = await openZip(bytes);
  const parts = new Map<string, XmlElement>();
  for (const name of zip.names) {
    const content = await zip.read(name);
    if (content && /\.(?:xml|rels)$/.test(name)) parts.set(name, parseXmlPart(content));
  }
  const document = parts.get("word/document.xml");
  const styles = parts.get("word/styles.xml");
  if (!document || !styles) return ["no document or no styles"];
  return [
    ...contentTypes(parts),
    ...relationships(parts),
    ...bookmarks(document),
    ...styleNames(document, styles),
    ...tables(document),
    ...[...parts.values()].flatMap(order),
  ];
}

function contentTypes(parts: ReadonlyMap<string, XmlElement>): string[] {
  const types = childElements(parts.get("[Content_Types].xml"));
  const extensions = types.map((type) => type.attributes["Extension"]);
  const names = types.map((type) => type.attributes["PartName"]);
  return [...parts.keys()]
    .filter((name) => name !== "[Content_Types].xml")
    .filter((name) => !names.includes(`/${name}`) && !extensions.includes(name.split(".").at(-1)))
    .map((name) => `${name} has no content type`);
}

function relationships(parts: ReadonlyMap<string, XmlElement>): string[] {
  const broken: string[] = [];
  for (const [name, root] of parts) {
    if (name.endsWith(".rels")) {
      const folder = name.replace(/_rels\/[^/]*$/, "");
      for (const { attributes } of childElements(root)) {
        const target = attributes["Target"] ?? "";
        const path = target.startsWith("/") ? target.slice(1) : folder + target;
        if (attributes["TargetMode"] !== "External" && !parts.has(path)) broken.push(`${name} points at no ${path}`);
      }
    } else {
      const links = childElements(parts.get(name.replace(/([^/]*)$/, "_rels/$1.rels"))).map(
        (link) => link.attributes["Id"],
      );
      for (const id of relationshipIds(root)) if (!links.includes(id)) broken.push(`${name} uses an unknown ${id}`);
    }
  }
  return broken;
}

function* relationshipIds(element: XmlElement): Generator<string> {
  const id = element.attributes["r:id"];
  if (id !== undefined) yield id;
  for (const inner of childElements(element)) yield* relationshipIds(inner);
}

function bookmarks(document: XmlElement): string[] {
  const starts = descendants(document, "w:bookmarkStart").map(({ attributes }) => attributes);
  const ids = starts.map((start) => start["w:id"] ?? "");
  const names = starts.map((start) => start["w:name"] ?? "");
  const ends = descendants(document, "w:bookmarkEnd").map((end) => end.attributes["w:id"] ?? "");
  return [
    ...(new Set(ids).size < ids.length ? ["a bookmark id twice"] : []),
    ...(new Set(names).size < names.length ? ["a bookmark name twice"] : []),
    ...names.filter((name) => !/^[\p{L}_][\p{L}\d_]{0,39}$/u.test(name)).map((name) => `bookmark ${name}`),
    ...(ids.join() === ends.join() ? [] : ["bookmarks that do not end"]),
  ];
}

function styleNames(document: XmlElement, styles: XmlElement): string[] {
  const known = childElements(styles, "w:style").map((style) => style.attributes["w:styleId"]);
  const used = [
    ...descendants(document, "w:pStyle"),
    ...descendants(styles, "w:basedOn"),
    ...descendants(styles, "w:next"),
  ];
  return used
    .map((use) => use.attributes["w:val"])
    .filter((id) => !known.includes(id))
    .map((id) => `no style ${id}`);
}

function tables(document: XmlElement): string[] {
  const broken: string[] = [];
  for (const table of descendants(document, "w:tbl")) {
    const columns = childElements(childElements(table, "w:tblGrid")[0], "w:gridCol").length;
    for (const row of childElements(table, "w:tr")) {
      const cells = childElements(row, "w:tc");
      if (cells.length !== columns) broken.push(`a row of ${cells.length} cells in a grid of ${columns}`);
      if (cells.some((cell) => childElements(cell).at(-1)?.tag !== "w:p"))
        broken.push("a cell that does not end in a paragraph");
    }
  }
  const blocks = childElements(childElements(document, "w:body")[0]).map((block) => block.tag);
  if (blocks.some((tag, i) => tag === "w:tbl" && blocks[i + 1] !== "w:p"))
    broken.push("a table without a paragraph behind it");
  if (blocks.at(-1) !== "w:sectPr") broken.push("a body that does not end in its section");
  return broken;
}

/** Children in the order of the schema's sequences (ECMA-376 part 1, annex A), as far as our files use them. */
const SEQUENCES: Readonly<Record<string, string>> = {
  "w:pPr":
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
  "w:rPr":
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
  "w:style":
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
  "w:tblPr":
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
  "w:tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
  "w:sectPr":
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
  "w:tbl": "tblPr tblGrid tr",
  "w:tc": "tcPr p",
};

function order(root: XmlElement): string[] {
  const broken: string[] = [];
  const sequence = SEQUENCES[root.tag]?.split(" ");
  if (sequence) {
    const places = childElements(root).map((element) => sequence.indexOf(element.tag.replace("w:", "")));
    const sorted = places.every((place, i) => place >= 0 && place >= (places[i - 1] ?? 0));
    if (!sorted)
      broken.push(
        `${root.tag}: ${childElements(root)
          .map((element) => element.tag)
          .join(" ")}`,
      );
  }
  for (const element of childElements(root)) broken.push(...order(element));
  return broken;
}
