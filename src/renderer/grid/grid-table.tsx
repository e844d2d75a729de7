import { type CSSProperties, type MouseEvent, type PointerEvent, useRef } from "react";
import { drawnTo } from "../../core/grid/range.ts";
import { accessOf, type Sheet } from "../../core/grid/sheet.ts";
import { cellId } from "../state/jump.ts";
import { isLook, shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { type Selection, type Spot, single, ui } from "../state/ui.ts";
import type { Grid } from "../view/rows.ts";
import { placeOf, rangeOf, selectionOf, spotAt } from "../view/selection.ts";
import type { ShownRows } from "../view/shown-rows.ts";
import type { TableView } from "../view/table-view.ts";
import { fillTo, selectFirst } from "./actions.ts";
import { CellField, TABLE_ID } from "./cell-field.tsx";
import { openCellMenu } from "./cell-menu.ts";
import { cellName } from "./cell-name.ts";
import { rangeOfMarked } from "./clipboard.ts";
import { DragBorder, FillHandle, Frame } from "./frame.tsx";
import { GridHead } from "./grid-head.tsx";
import { GridLine } from "./grid-line.tsx";
import { NoteBox } from "./note-box.tsx";
import { forgetTab } from "./pressed.ts";
import { grid as working } from "./state.ts";
import { commit, endComposition, focusField, openCell } from "./typing.ts";
import { useDrag } from "./use-drag.ts";
import { useDrawnRows } from "./use-drawn-rows.ts";

interface GridTableProps {
  readonly table: TableView;
  /** What the table is called. */
  readonly name: string;
  readonly grid: Grid;
  readonly lines: ShownRows;
  readonly year: number | null;
  readonly folded: ReadonlySet<string>;
}

/** The table as a treegrid. One field over it has the keyboard; the cursor's cell is that field's active descendant. */
export function GridTable({ table: view, name, grid, lines, year, folded }: GridTableProps) {
  const { rows, sheet } = lines;
  const selection = useStore(ui, (value) => value.selection);
  const look = useStore(shown, isLook);
  const marked = useStore(working, (value) => value.marked);
  const noting = useStore(working, (value) => value.noting);
  const drawn = useStore(working, (value) => value.drawn);
  const frame = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const drag = useDrag(table);
  const range = selection && rangeOf(selection, sheet);
  const active = selection && range ? selection.active : null;
  const head = selection && range ? cellId(selection.head) : null;
  const at = active && placeOf(active, sheet);
  const headRow = selection && range ? placeOf(selection.head, sheet).row : -1;
  const drawnRows = useDrawnRows(frame, table, rows.length, headRow, head);
  const onHeading = range !== null && range.top === range.bottom && rows[range.top]?.header === true;

  /** The pointer takes over from the keyboard. */
  const take = () => {
    endComposition();
    commit();
    focusField();
    forgetTab();
  };
  const onPointerDown = (event: PointerEvent) => {
    const whole = event.button === 0 ? wholeOf(event.target, sheet) : null;
    if (whole) {
      event.preventDefault();
      take();
      ui.set({ selection: whole });
      return;
    }
    const spot = spotOf(event.target);
    if (!spot || event.button !== 0) return;
    // The rows are no text to drag over: dragging selects cells.
    event.preventDefault();
    take();
    const { selection: before } = ui.get();
    ui.set({ selection: event.shiftKey && before ? { ...before, head: spot } : single(spot) });
    drag(event, {
      over: (point) => {
        const now = ui.get().selection;
        const over = spotAt(sheet, point.row, point.column);
        if (now && over && cellId(over) !== cellId(now.head)) ui.set({ selection: { ...now, head: over } });
      },
      end: () => {},
    });
  };
  const onHandleDown = (event: PointerEvent) => {
    if (!range || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    focusField();
    drag(event, {
      over: ({ row, column }) => working.set({ drawn: drawnTo(range, row, column) }),
      end: (cancelled) => {
        const to = working.get().drawn;
        working.set({ drawn: null });
        if (to && !cancelled) fillTo(to);
      },
    });
  };
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    const spot = spotOf(event.target);
    if (!spot) return;
    take();
    const { row, column } = placeOf(spot, sheet);
    const inside = range && row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
    if (!inside) ui.set({ selection: single(spot) });
    openCellMenu({ x: event.clientX, y: event.clientY });
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (spotOf(event.target)) openCell();
  };
  return (
    <div className="grid-frame scroll" ref={frame}>
      <table
        ref={table}
        id={TABLE_ID}
        role="treegrid"
        aria-label={name}
        aria-multiselectable="true"
        aria-rowcount={grid.rows.length + grid.heads.length}
        aria-readonly={look}
        className={grid.table.currentColumns.length > 1 ? "wide" : ""}
        style={{ "--columns": grid.columns.length } as CSSProperties}
        onPointerDown={onPointerDown}
        onDoubleClick={onDoubleClick}
        onContextMenu={onContextMenu}
      >
        <GridHead shape={grid.shape} year={year} active={active?.column ?? null} />
        <Gap height={drawnRows.above} />
        <tbody data-first={drawnRows.first} data-count={rows.length}>
          {rows.slice(drawnRows.first, drawnRows.end).map((row, place) => {
            const index = drawnRows.first + place;
            const inside = range !== null && index >= range.top && index <= range.bottom;
            return (
              <GridLine
                key={row.id}
                row={row}
                shape={grid.shape}
                marks={view.marks}
                proposals={view.proposals}
                folded={row.parts > 0 && folded.has(row.id)}
                from={inside ? range.left : -1}
                to={inside ? range.right : -1}
                activeColumn={active?.row === row.id ? active.column : null}
              />
            );
          })}
        </tbody>
        <Gap height={drawnRows.below} />
      </table>
      <Frame table={table} range={onHeading ? null : range} kind="selection">
        {!look && <DragBorder />}
        {!look && <FillHandle onPointerDown={onHandleDown} />}
      </Frame>
      <Frame table={table} range={marked && rangeOfMarked(marked, sheet)} kind="marked" />
      <Frame table={table} range={drawn} kind="drawn" />
      {noting && (
        <NoteBox
          key={cellId(noting)}
          table={table}
          range={rangeOf(single(noting), sheet)}
          spot={noting}
          name={cellName(grid, noting)}
          text={sheet.cellAt(noting.row, noting.column)?.note ?? ""}
        />
      )}
      <CellField
        table={table}
        active={active}
        range={at && { top: at.row, bottom: at.row, left: at.column, right: at.column }}
        name={active ? cellName(grid, active) : name}
        readOnly={look || active === null || accessOf(sheet, active.row, active.column) !== "writable"}
        page={() => pageOf(frame.current)}
        onFocus={selectFirst}
      />
    </div>
  );
}

/** Rows of a long table that are out of view and not drawn. */
function Gap({ height }: { readonly height: number }) {
  if (height === 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr>
        <td className="gap" style={{ height }} />
      </tr>
    </tbody>
  );
}

/** How many whole rows are in view below the head, less one that stays as a landmark. */
function pageOf(frame: HTMLElement | null): number {
  const row = frame?.querySelector("tbody[data-first] tr")?.clientHeight ?? 0;
  return row === 0 ? 1 : Math.max(1, Math.floor((frame?.clientHeight ?? 0) / row) - 2);
}

/** The row of a line number, or the column of a head: they select all of it. */
function wholeOf(target: EventTarget, sheet: Sheet): Selection | null {
  if (!(target instanceof Element)) return null;
  const last = { row: sheet.rows.length - 1, column: sheet.columns.length - 1 };
  const head = target.closest<HTMLElement>("[data-head]")?.dataset["head"];
  if (head !== undefined) {
    return selectionOf(sheet, { top: 0, left: Number(head), bottom: last.row, right: Number(head) });
  }
  const line = target.closest("tbody .line-number")?.closest("tr")?.querySelector<HTMLElement>("[data-row]");
  const row = line ? sheet.rows.indexOf(line.dataset["row"] ?? "") : -1;
  return row < 0 ? null : selectionOf(sheet, { top: row, left: 0, bottom: row, right: last.column });
}

function spotOf(target: EventTarget): Spot | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  if (!cell || (target instanceof Element && target.closest("button"))) return null;
  return { row: cell.dataset["row"] ?? "", column: cell.dataset["column"] ?? "" };
}
