import type { XmlPackage } from "./package.ts";
import { childElements } from "./tree.ts";

export interface Relationship {
  readonly id: string;
  /** The last word of the type's address, `header` or `officeDocument`: the same in strict files. */
  readonly type: string;
  /** A part's name inside the zip, or an address when `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** The relationships of a part (of the package itself for `""`); none when it has no such file. */
export async function relationshipsOf(parts: XmlPackage, part: string): Promise<Map<string, Relationship>> {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const list = await parts.part(`${folder}_rels/${part.slice(slash)}.rels`);
  const found = new Map<string, Relationship>();
  for (const { attributes } of childElements(list ?? undefined, "rel:Relationship")) {
    const external = attributes["TargetMode"] === "External";
    const target = attributes["Target"] ?? "";
    const id = attributes["Id"] ?? "";
    const type = (attributes["Type"] ?? "").replace(/^.*\//s, "");
    found.set(id, { id, type, external, target: external ? target : partName(folder, target) });
  }
  return found;
}

/** Resolves `../media/a.png` against the folder `word/`; a leading slash means the root of the package. */
function partName(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
