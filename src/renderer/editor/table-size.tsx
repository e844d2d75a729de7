import { type KeyboardEvent, useEffect, useRef, useState } from "react";

interface TableSizeProps {
  /** The corner of the chooser, in the window. */
  readonly at: { readonly left: number; readonly top: number };
  readonly onChoose: (rows: number, columns: number) => void;
  readonly onClose: () => void;
}

const ROWS = 8;
const COLUMNS = 8;
const WIDTH = 186;
const HEIGHT = 236;

/** How large a new table shall be: drawn over squares with the mouse, or with the arrow keys and Enter. */
export function TableSize({ at, onChoose, onClose }: TableSizeProps) {
  const [size, setSize] = useState({ rows: 3, columns: 3 });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    const outside = (event: PointerEvent) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) onClose();
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent) => {
    const [down, right] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[
      event.key
    ] ?? [0, 0];
    if (down || right) {
      setSize({ rows: clamp(size.rows + (down ?? 0), ROWS), columns: clamp(size.columns + (right ?? 0), COLUMNS) });
    } else if (event.key === "Enter") onChoose(size.rows, size.columns);
    else if (event.key === "Escape" || event.key === "Tab") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const said = `${size.rows} 行 × ${size.columns} 列`;
  return (
    <div
      className="table-size"
      role="dialog"
      aria-label={`插入表格：${said}`}
      tabIndex={-1}
      ref={box}
      onKeyDown={onKeyDown}
      style={{
        left: Math.max(4, Math.min(at.left, window.innerWidth - WIDTH - 4)),
        top: Math.max(4, Math.min(at.top + 4, window.innerHeight - HEIGHT - 4)),
      }}
    >
      <p role="status">{said}</p>
      <div className="squares" aria-hidden="true">
        {Array.from({ length: ROWS * COLUMNS }, (_, i) => {
          const rows = Math.floor(i / COLUMNS) + 1;
          const columns = (i % COLUMNS) + 1;
          return (
            <i
              key={`${rows} ${columns}`}
              className={rows <= size.rows && columns <= size.columns ? "in" : ""}
              onPointerEnter={() => setSize({ rows, columns })}
              onClick={() => onChoose(rows, columns)}
            />
          );
        })}
      </div>
      <p className="t3">方向键选大小，Enter 插入</p>
    </div>
  );
}

function clamp(value: number, most: number): number {
  return Math.max(1, Math.min(most, value));
}
