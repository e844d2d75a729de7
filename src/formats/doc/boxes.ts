import type { Block } from "../../core/document.ts";
import { readPlc } from "./fib.ts";
import type { WordFile } from "./open.ts";

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The text boxes of a story. Each is read once, where its shape is anchored. */
export interface Boxes {
  at(place: number): readonly Block[];
  /** What no shape of the text is anchored for. */
  rest(): Block[];
}

const BOX = 22;
const SHAPE = 26;

/**
 * @param start the first character of the boxes' story, and of the story that they are anchored in
 * @param read reads a stretch of the text
 */
export function readBoxes(
  file: WordFile,
  lists: { readonly texts: "boxTexts" | "headerBoxTexts"; readonly shapes: "shapes" | "headerShapes" },
  start: { readonly boxes: number; readonly around: number },
  read: (range: Range) => Block[],
): Boxes {
  const texts = readPlc(file.list(lists.texts), BOX);
  const byShape = new Map<number, Range>();
  // The last is a spare, as are those that say so.
  for (let i = 0; i + 2 < texts.places.length; i += 1) {
    const box = texts.record(i);
    const [from = 0, to = 0] = texts.places.slice(i, i + 2);
    if ((box.u16(8) & 1) === 0 && to > from)
      byShape.set(box.u32(14), { from: start.boxes + from, to: start.boxes + to });
  }
  const shapes = readPlc(file.list(lists.shapes), SHAPE);
  const anchors = new Map(shapes.places.slice(0, -1).map((at, i) => [start.around + at, shapes.record(i).u32(0)]));
  const take = (shape: number | undefined): Block[] => {
    const range = shape === undefined ? undefined : byShape.get(shape);
    if (shape !== undefined) byShape.delete(shape);
    return range ? read(range) : [];
  };
  return {
    at: (place) => take(anchors.get(place)),
    rest: () => [...byShape.keys()].flatMap(take),
  };
}
