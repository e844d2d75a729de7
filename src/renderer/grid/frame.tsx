import { type DragEvent, type PointerEvent, type ReactNode, type RefObject, useRef } from "react";
import type { Range } from "../../core/grid/range.ts";
import { CELL_TYPE } from "../editor/figure-drop.ts";
import { cellId } from "../state/jump.ts";
import { useOver } from "./boxes.ts";
import { draggedCell } from "./dragged.ts";
import { focusField } from "./typing.ts";

interface FrameProps {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly range: Range | null;
  readonly kind: "selection" | "marked" | "drawn";
  readonly children?: ReactNode;
}

/** A frame round a block of cells. It lets the pointer through to them. */
export function Frame({ table, range, kind, children }: FrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  useOver(frame, table, range);
  return (
    <div className={`cell-frame ${kind}`} ref={frame} aria-hidden="true">
      {children}
    </div>
  );
}

/** The square at the frame's corner, to be drawn over more cells. */
export function FillHandle({ onPointerDown }: { readonly onPointerDown: (event: PointerEvent) => void }) {
  return <div className="fill-handle" title="按住拖动，向旁边的格子填充" onPointerDown={onPointerDown} />;
}

const SIDES = ["top", "right", "bottom", "left"] as const;

/** The frame's line, by which the cursor's cell is drawn into the text; there it becomes a bound figure. */
export function DragBorder() {
  const onDragStart = (event: DragEvent) => {
    const ref = draggedCell();
    const cell = ref && document.getElementById(cellId(ref));
    if (!ref || !cell) return event.preventDefault();
    const { table, row, column } = ref;
    event.dataTransfer.effectAllowed = "copy";
    event.dataTransfer.setData(CELL_TYPE, JSON.stringify({ table, row, column }));
    event.dataTransfer.setDragImage(cell, cell.offsetWidth / 2, cell.offsetHeight / 2);
  };
  return SIDES.map((side) => (
    <div
      key={side}
      className={`drag-border ${side}`}
      title="拖到正文里，插入这个数"
      draggable
      onClick={focusField}
      onDragStart={onDragStart}
      // Dropped on the text, the text has taken the keyboard.
      onDragEnd={(event) => event.dataTransfer.dropEffect === "none" && focusField()}
    />
  ));
}
