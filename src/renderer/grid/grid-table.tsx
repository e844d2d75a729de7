import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import { cellId } from "../state/jump.ts";
import { useStore } from "../state/store.ts";
import { type Spot, ui } from "../state/ui.ts";
import type { CellMark } from "../view/marks.ts";
import type { Grid, GridRow } from "../view/rows.ts";
import { asTsv, blockOf } from "../view/selection.ts";
import { toggle } from "./fold.ts";
import { GridLine } from "./grid-line.tsx";
import { move } from "./keys.ts";
import { useCopy } from "./use-copy.ts";

export interface GridTableProps {
  readonly grid: Grid;
  /** The visible ones. */
  readonly rows: readonly GridRow[];
  readonly marks: ReadonlyMap<string, CellMark>;
  readonly year: number | null;
  readonly folded: ReadonlySet<string>;
}

/** The table as a treegrid. It holds the keyboard itself; the cursor is its active descendant. */
export function GridTable({ grid, rows, marks, year, folded }: GridTableProps) {
  const selection = useStore(ui, (value) => value.selection);
  const frame = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const block = selection && blockOf(selection, rows, grid);
  const active = selection && cellId(selection.active);
  useEffect(() => {
    if (active) document.getElementById(active)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  useCopy(frame, () => block && asTsv(block, rows, grid));

  const select = (spot: Spot, extend: boolean) => {
    const anchor = extend ? (ui.get().selection?.anchor ?? spot) : spot;
    ui.set({ selection: { active: spot, anchor } });
  };
  const first = (): Spot | null => {
    const row = rows.find((candidate) => !candidate.header);
    const column = grid.columns.find((candidate) => candidate.role === "current");
    return row && column ? { row: row.id, column: column.key } : null;
  };
  const onFocus = () => {
    const spot = first();
    if (!ui.get().selection && spot) select(spot, false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey: shift, ctrlKey: ctrl } = event;
    const now = ui.get().selection;
    if (!now || event.nativeEvent.isComposing || event.altKey) return;
    if (ctrl && key.toLowerCase() === "a") {
      const [top, bottom] = [rows[0], rows.at(-1)];
      const [left, right] = [grid.columns[0], grid.columns.at(-1)];
      if (top && bottom && left && right) {
        ui.set({
          selection: { anchor: { row: bottom.id, column: right.key }, active: { row: top.id, column: left.key } },
        });
      }
    } else if (key === " " && !ctrl) toggle(now.active.row, grid);
    else {
      const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
      const next = move({ key, shift, ctrl }, now, rows, grid, page);
      if (!next) return;
      ui.set({ selection: next });
    }
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent) => {
    const spot = spotOf(event.target);
    if (!spot || event.button !== 0) return;
    // The rows are no text to drag over: dragging selects cells.
    event.preventDefault();
    frame.current?.querySelector<HTMLElement>("table")?.focus({ preventScroll: true });
    select(spot, event.shiftKey);
    dragging.current = true;
  };
  const onPointerMove = (event: PointerEvent) => {
    const spot = dragging.current && event.buttons === 1 ? spotOf(event.target) : null;
    if (spot) select(spot, true);
  };
  return (
    <div className="grid-frame scroll" ref={frame}>
      <table
        role="treegrid"
        aria-label="统计表"
        aria-multiselectable="true"
        aria-rowcount={grid.rows.length + 1}
        aria-readonly="true"
        {...(active ? { "aria-activedescendant": active } : {})}
        tabIndex={0}
        data-focus="grid"
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          dragging.current = false;
        }}
      >
        <Columns grid={grid} />
        <Head grid={grid} year={year} active={selection?.active.column ?? null} />
        <tbody>
          {rows.map((row, index) => (
            <GridLine
              key={row.id}
              row={row}
              grid={grid}
              marks={marks}
              folded={row.parts > 0 && folded.has(row.id)}
              selected={block && index >= block.rows[0] && index <= block.rows[1] ? block.columns : null}
              edge={edgeOf(index, block?.rows)}
              activeColumn={selection?.active.row === row.id ? selection.active.column : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Of the style sheet's `--h-row`, for how many rows a page is. */
const ROW_HEIGHT = 26;

function edgeOf(index: number, range: readonly [number, number] | undefined): string {
  if (!range) return "";
  return `${index === range[0] ? "first" : ""} ${index === range[1] ? "last" : ""}`.trim();
}

function spotOf(target: EventTarget): Spot | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  if (!cell || (target instanceof Element && target.closest("button"))) return null;
  return { row: cell.dataset["row"] ?? "", column: cell.dataset["column"] ?? "" };
}

function Columns({ grid }: { readonly grid: Grid }) {
  return (
    <colgroup>
      <col className="col-line" />
      <col className="col-label" />
      {grid.table.form.unitHeader && <col className="col-unit" />}
      {grid.columns.map((column) => (
        <col key={column.key} className={`col-${column.role}`} />
      ))}
      {grid.change && <col className="col-change" />}
    </colgroup>
  );
}

interface HeadProps {
  readonly grid: Grid;
  readonly year: number | null;
  readonly active: string | null;
}

function Head({ grid, year, active }: HeadProps) {
  const single = grid.table.currentColumns.length === 1;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className="line-number" aria-label="行号" />
        <th className="label">统计指标</th>
        {grid.table.form.unitHeader && <th className="unit">单位</th>}
        {grid.columns.map((column) => (
          <th key={column.key} className={active === column.key ? "value hot" : "value"}>
            {single && year !== null && (
              <span className="wide-only">{column.role === "current" ? year : year - 1} </span>
            )}
            {single ? (column.role === "current" ? "本年" : "上年") : column.label}
          </th>
        ))}
        {grid.change && <th className="change">增减</th>}
      </tr>
    </thead>
  );
}
