import { type Mark, markName } from "../../../core/marks.ts";

/** Gives each mark its bookmark's name; a name stands once in a file, or Word drops the second. */
export type Marker = (mark: Mark) => string;

export function makeMarker(): Marker {
  const used = new Map<string, number>();
  return (mark) => {
    const name = markName(mark);
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return markName(mark, times);
  };
}
