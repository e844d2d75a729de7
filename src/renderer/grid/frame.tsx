import { type PointerEvent, type ReactNode, type RefObject, useRef } from "react";
import type { Range } from "../../core/grid/range.ts";
import { useOver } from "./boxes.ts";

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
