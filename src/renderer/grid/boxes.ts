import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import type { Range } from "../../core/grid/range.ts";
import { columnHeads, rowLayout } from "./row-layout.ts";

/** Lays an element over a range of visible rows and value columns; `data-placed` tells whether the range is drawn. */
function layOver(element: HTMLElement, table: HTMLTableElement | null, range: Range | null): void {
  const box = table && range && boxOf(table, range);
  element.toggleAttribute("data-placed", box !== null);
  if (!box) return;
  element.style.left = `${box.left}px`;
  element.style.top = `${box.top}px`;
  element.style.width = `${box.width}px`;
  element.style.height = `${box.height}px`;
}

/** In pixels of the table. */
function boxOf(table: HTMLTableElement, range: Range) {
  const rows = rowLayout(table);
  const heads = columnHeads(table);
  const [left, right] = [heads[range.left], heads[range.right]];
  if (!rows || !left || !right || range.bottom >= rows.count) return null;
  return {
    left: left.offsetLeft,
    top: rows.top + (range.top - rows.first) * rows.height,
    width: right.offsetLeft + right.offsetWidth - left.offsetLeft,
    height: (range.bottom - range.top + 1) * rows.height,
  };
}

/**
 * Keeps `element` over `range`: at every drawing of the table, which makes a range anew, and when that changes its size.
 * Measuring costs a layout, so a drawing of the element alone (typing begins) measures nothing.
 */
export function useOver(
  element: RefObject<HTMLElement | null>,
  table: RefObject<HTMLTableElement | null>,
  range: Range | null,
): void {
  const [size, resized] = useState(0);
  useEffect(() => {
    if (!table.current) return;
    const observer = new ResizeObserver(() => resized((count) => count + 1));
    observer.observe(table.current);
    return () => observer.disconnect();
  }, [table]);
  useLayoutEffect(() => {
    if (element.current) layOver(element.current, table.current, range);
  }, [element, table, range, size]);
}
