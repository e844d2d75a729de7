import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { rowLayout } from "./row-layout.ts";

/** Up to so many rows are all drawn; of longer tables those in view and some around them. */
const ALL = 200;
const AROUND = 30;

/** The rows to draw, `end` not included. */
export interface DrawnRows {
  readonly first: number;
  readonly end: number;
  /** Heights of what is left out above and below, in pixels. */
  readonly above: number;
  readonly below: number;
}

/**
 * Which rows of a long table are drawn, and keeps the row at `shown` in view whenever `key` changes: it is brought
 * there as far as is needed, its cell with it.
 */
export function useDrawnRows(
  frame: RefObject<HTMLElement | null>,
  table: RefObject<HTMLTableElement | null>,
  count: number,
  shown: number,
  key: string | null,
): DrawnRows {
  const [view, setView] = useState({ first: 0, end: ALL, height: 0 });
  const pending = useRef<string | null>(null);
  const known = useRef<string | null>(null);
  if (known.current !== key) pending.current = known.current = key;
  const long = count > ALL;

  const look = () => {
    const rows = table.current && rowLayout(table.current);
    if (!long || !rows || !frame.current) return;
    const top = Math.floor(frame.current.scrollTop / rows.height);
    const page = Math.ceil(frame.current.clientHeight / rows.height);
    setView((before) => {
      const missing = top < before.first || Math.min(count, top + page) > before.end;
      if (!missing && before.height === rows.height) return before;
      return { first: Math.max(0, top - AROUND), end: top + page + AROUND, height: rows.height };
    });
  };
  useEffect(() => {
    const element = frame.current;
    if (!element || !long) return;
    look();
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  });
  useLayoutEffect(() => {
    if (pending.current === null) return;
    const cell = document.getElementById(pending.current);
    const rows = table.current && rowLayout(table.current);
    if (!cell && long && rows && frame.current && shown >= 0) {
      // Not drawn: it is once the table has been scrolled there.
      frame.current.scrollTop = Math.max(0, (shown - AROUND / 3) * rows.height);
      look();
      return;
    }
    pending.current = null;
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  if (!long) return { first: 0, end: count, above: 0, below: 0 };
  const first = Math.min(view.first, Math.max(0, count - 1));
  const end = Math.min(count, view.end);
  return { first, end, above: first * view.height, below: (count - end) * view.height };
}
