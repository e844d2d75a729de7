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
export function descendants(element: XmlElement, tag: string, found: XmlElement[] = []): XmlElement[] {
  for (const node of element.children) {
    if (typeof node === "string") continue;
    if (node.tag === tag) found.push(node);
    descendants(node, tag, found);
  }
  return found;
}

export function textOf(element: XmlElement): string {
  let text = "";
  for (const node of element.children) text += typeof node === "string" ? node : textOf(node);
  return text;
}
