import type { Block, Furniture } from "../../core/document.ts";

/** A block that was read where no text of the report stands: a header, a comment. */
export function asFurniture(block: Block, why: string): Furniture {
  if (block.kind !== "table") return { kind: "furniture", text: block.text, why };
  const lines = block.rows.map((row) =>
    row
      .map((cell) => cell.text)
      .join("\t")
      .trim(),
  );
  return { kind: "furniture", text: lines.join("\n").trim(), why };
}

/** Running heads, each text once: most files repeat the same for first, odd and even pages. */
export function onceEach(pieces: readonly Furniture[]): Furniture[] {
  const found = new Map<string, Furniture>();
  for (const piece of pieces) if (piece.text !== "") found.set(`${piece.why}\n${piece.text}`, piece);
  return [...found.values()];
}
