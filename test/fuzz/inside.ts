import { openCompound } from "../../src/formats/ole/compound.ts";
import { openZip } from "../../src/formats/ooxml/zip.ts";
import { zipOf } from "../formats/docx/zip.ts";
import { compoundOf } from "../formats/ole/build.ts";

/** The parts of a container by name, and the way back: what was spoilt inside lies in a container that is sound. */
export interface Inside {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly packed: (parts: ReadonlyMap<string, Uint8Array>) => Uint8Array;
}

/** What lies inside a zip or an OLE file; `null` for a file that is no container. */
export async function insideOf(bytes: Uint8Array): Promise<Inside | null> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return insideZip(bytes);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return insideOle(bytes);
  return null;
}

async function insideZip(bytes: Uint8Array): Promise<Inside> {
  const zip = await openZip(bytes);
  const parts = new Map<string, Uint8Array>();
  for (const name of zip.names) {
    const part = await zip.read(name);
    if (part) parts.set(name, part);
  }
  return {
    parts,
    packed: (changed) => zipOf([...changed].map(([name, data]) => ({ name, data, deflate: name !== "mimetype" }))),
  };
}

function insideOle(bytes: Uint8Array): Inside {
  const file = openCompound(bytes);
  const parts = new Map<string, Uint8Array>();
  for (const name of file.names) {
    const stream = file.stream(name);
    if (stream && stream.length > 0) parts.set(name, stream);
  }
  return { parts, packed: (changed) => compoundOf(Object.fromEntries(changed)) };
}
