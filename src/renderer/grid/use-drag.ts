import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import { columnHeads, rowLayout } from "./row-layout.ts";

/** A visible row and a value column by index. */
export interface Point {
  readonly row: number;
  readonly column: number;
}

export interface Drag {
  readonly over: (point: Point) => void;
  readonly end: (cancelled: boolean) => void;
}

const SCROLL_EVERY_MS = 50;

/** Follows the pointer over the cells until it is let go, also beyond the table's edge, which then scrolls. */
export function useDrag(table: RefObject<HTMLTableElement | null>): (event: PointerEvent, drag: Drag) => void {
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  return (event, drag) => {
    stop.current?.();
    let at = { x: event.clientX, y: event.clientY };
    const look = () => {
      const point = table.current && pointAt(table.current, at.x, at.y);
      if (point) drag.over(point);
    };
    const onMove = (next: globalThis.PointerEvent) => {
      if (next.buttons === 0) return finish(false);
      at = { x: next.clientX, y: next.clientY };
      look();
    };
    const onUp = () => finish(false);
    const onCancel = () => finish(true);
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== "Escape") return;
      key.preventDefault();
      key.stopPropagation();
      finish(true);
    };
    const scrolling = setInterval(() => {
      if (table.current && scrollTowards(table.current, at.y)) look();
    }, SCROLL_EVERY_MS);
    const finish = (cancelled: boolean) => {
      clearInterval(scrolling);
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onUp);
      window.removeEventListener("pointercancel", onCancel);
      window.removeEventListener("keydown", onKey, true);
      stop.current = null;
      drag.end(cancelled);
    };
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onUp);
    window.addEventListener("pointercancel", onCancel);
    window.addEventListener("keydown", onKey, true);
    stop.current = () => finish(true);
  };
}

/** The cell below a point of the window; beyond the table the nearest one. */
function pointAt(table: HTMLTableElement, x: number, y: number): Point | null {
  const rows = rowLayout(table);
  const heads = columnHeads(table);
  if (!rows || heads.length === 0) return null;
  const below = y - table.getBoundingClientRect().top - rows.top;
  const row = rows.first + Math.floor(below / rows.height);
  const column = heads.findIndex((head) => head.getBoundingClientRect().right > x);
  return {
    row: Math.min(rows.count - 1, Math.max(0, row)),
    column: column < 0 ? heads.length - 1 : column,
  };
}

/** Scrolls a row's height when the point is above the first or below the last visible row. */
function scrollTowards(table: HTMLTableElement, y: number): boolean {
  const frame = table.parentElement;
  if (!frame) return false;
  const { top, bottom } = frame.getBoundingClientRect();
  const head = table.tHead?.offsetHeight ?? 0;
  const by = y < top + head ? -1 : y > bottom ? 1 : 0;
  if (by === 0) return false;
  frame.scrollTop += by * (rowLayout(table)?.height ?? 0);
  return true;
}
