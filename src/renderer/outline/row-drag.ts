import { type DragEvent, type RefObject, useRef } from "react";
import { canMoveTo, moveSectionTo } from "../editor/section-actions.ts";

/** Under which the dragged row gives its place; text and other programs make nothing of it. */
const TYPE = "application/x-nianbao-section";

interface RowDrag {
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: () => void;
  readonly onDragEnd: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Moves sections by dragging their rows; a line shows where the section would go. */
export function useRowDrag(list: RefObject<HTMLUListElement | null>): RowDrag {
  const from = useRef<number | null>(null);
  const unmark = () => {
    for (const row of list.current?.querySelectorAll("[data-drop]") ?? []) row.removeAttribute("data-drop");
  };
  /** Before or behind the row under the pointer, and which place the section has then. */
  const aim = (event: DragEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]") : null;
    if (!row || from.current === null) return null;
    const index = Number(row.dataset["index"]);
    const box = row.getBoundingClientRect();
    const side = event.clientY < box.top + box.height / 2 ? "before" : "after";
    const gap = index + (side === "after" ? 1 : 0);
    const to = gap > from.current ? gap - 1 : gap;
    return canMoveTo(from.current, to) ? { row, side, to } : null;
  };
  return {
    onDragStart: (event) => {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]") : null;
      if (!row) return;
      from.current = Number(row.dataset["index"]);
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData(TYPE, "");
    },
    onDragOver: (event) => {
      const target = aim(event);
      unmark();
      if (!target) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      target.row.setAttribute("data-drop", target.side);
    },
    onDragLeave: unmark,
    onDragEnd: () => {
      unmark();
      from.current = null;
    },
    onDrop: (event) => {
      const target = aim(event);
      unmark();
      if (target && from.current !== null) {
        event.preventDefault();
        moveSectionTo(from.current, target.to, "stay");
      }
      from.current = null;
    },
  };
}
