import { childElements, type XmlElement } from "./tree.ts";
import { parseXmlPart } from "./xml.ts";
import { openZip } from "./zip.ts";

/** The XML parts of an office file by name, wherever they lie. */
export interface XmlPackage {
  /** `null` when there is no part of that name. @throws UnreadableFile when it is no well-formed XML */
  part(name: string): Promise<XmlElement | null>;
}

/** @throws UnreadableFile for anything that is not a sound, small, plain zip */
export async function zipPackage(bytes: Uint8Array): Promise<XmlPackage> {
  const zip = await openZip(bytes);
  return {
    part: async (name) => {
      const found = await zip.read(name);
      return found ? parseXmlPart(found) : null;
    },
  };
}

/** A file in which all parts lie one behind the other ("Flat OPC", what Word calls an XML document). */
export function flatPackage(root: XmlElement): XmlPackage {
  const parts = new Map<string, XmlElement>();
  for (const part of childElements(root, "pkg:part")) {
    const name = (part.attributes["pkg:name"] ?? "").replace(/^\//, "").toLowerCase();
    const [content] = childElements(childElements(part, "pkg:xmlData")[0]);
    if (content) parts.set(name, content);
  }
  return { part: async (name) => parts.get(name.toLowerCase()) ?? null };
}
