import { type CSSProperties, memo } from "react";
import type { Cell } from "../../core/report/report.ts";
import { Icon } from "../parts/icon.tsx";
import { cellId } from "../state/jump.ts";
import type { CellMark } from "../view/marks.ts";
import { cellKey } from "../view/marks.ts";
import { changeOf, type Grid, type GridRow } from "../view/rows.ts";
import { toggle } from "./fold.ts";

export interface GridLineProps {
  readonly row: GridRow;
  readonly grid: Grid;
  readonly marks: ReadonlyMap<string, CellMark>;
  readonly folded: boolean;
  /** The selected columns by index, both ends included; `null` when the row is not in the selection. */
  readonly selected: readonly [number, number] | null;
  /** `first` and `last` where the selection begins and ends. */
  readonly edge: string;
  readonly activeColumn: string | null;
}

/** One row; drawn again only when something about it has changed. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { row, grid, folded, selected, edge, activeColumn } = props;
  const first = grid.columns[0]?.key ?? "";
  const classes = ["row", row.header ? `header level-${row.level}` : "", selected ? `selected ${edge}` : ""];
  const label = <Label row={row} grid={grid} folded={folded} />;
  const common = {
    className: classes.join(" "),
    "aria-level": row.level,
    "aria-rowindex": row.line + 1,
    ...(row.parts > 0 ? { "aria-expanded": !folded } : {}),
  };
  const number = <th className="line-number">{row.line}</th>;
  if (row.header) {
    const spans = grid.columns.length + (grid.table.form.unitHeader ? 1 : 0) + (grid.change ? 1 : 0) + 1;
    const spot = { row: row.id, column: first };
    return (
      <tr {...common}>
        {number}
        <td
          id={cellId({ row: row.id, column: activeColumn ?? first })}
          colSpan={spans}
          className={activeColumn === null ? "label" : "label active"}
          data-row={spot.row}
          data-column={spot.column}
          aria-selected={selected !== null}
          style={indent(row)}
        >
          {label}
        </td>
      </tr>
    );
  }
  return (
    <tr {...common}>
      {number}
      <td className="label" style={indent(row)} data-row={row.id} data-column={activeColumn ?? first}>
        {label}
      </td>
      {grid.table.form.unitHeader && <td className="unit">{row.unit}</td>}
      {grid.columns.map((column, index) => {
        const spot = { row: row.id, column: column.key };
        const inside = selected !== null && index >= selected[0] && index <= selected[1];
        return (
          <ValueCell
            key={column.key}
            id={cellId(spot)}
            spot={spot}
            cell={row.cells.get(column.key)}
            mark={props.marks.get(cellKey(spot))}
            previous={column.role === "previous"}
            selected={inside}
            active={activeColumn === column.key}
          />
        );
      })}
      {grid.change && <td className="change">{changeOf(row, grid)}</td>}
    </tr>
  );
});

function indent(row: GridRow): CSSProperties {
  // React's type does not know custom properties.
  return { "--indent": row.level - 1 } as CSSProperties;
}

interface LabelProps {
  readonly row: GridRow;
  readonly grid: Grid;
  readonly folded: boolean;
}

function Label({ row, grid, folded }: LabelProps) {
  return (
    <>
      {row.parts > 0 && (
        <button
          type="button"
          className="twist"
          tabIndex={-1}
          aria-label={folded ? "展开" : "收起"}
          onClick={() => toggle(row.id, grid)}
        >
          <Icon name={folded ? "right" : "down"} small />
        </button>
      )}
      <span className="cut" title={row.label + row.note}>
        {row.label}
        {folded && <span className="hidden-rows">{row.parts} 行</span>}
      </span>
    </>
  );
}

interface ValueCellProps {
  readonly id: string;
  readonly spot: { readonly row: string; readonly column: string };
  readonly cell: Cell | undefined;
  readonly mark: CellMark | undefined;
  readonly previous: boolean;
  readonly selected: boolean;
  readonly active: boolean;
}

function ValueCell({ id, spot, cell, mark, previous, selected, active }: ValueCellProps) {
  const classes = [
    previous ? "value previous" : "value",
    mark?.shaded ? mark.severity : "",
    selected ? "in-selection" : "",
    active ? "active" : "",
    cell?.raw !== undefined || cell?.note !== undefined ? "noted" : "",
  ];
  return (
    <td
      id={id}
      className={classes.filter((name) => name !== "").join(" ")}
      data-row={spot.row}
      data-column={spot.column}
      aria-selected={selected}
      {...(mark ? { title: mark.texts.join("\n"), "aria-invalid": mark.severity === "error" } : {})}
    >
      <Value cell={cell} rule={mark?.rule ?? null} previous={previous} />
    </td>
  );
}

interface ValueProps {
  readonly cell: Cell | undefined;
  readonly rule: string | null;
  readonly previous: boolean;
}

function Value({ cell, rule, previous }: ValueProps) {
  if (!cell) return null;
  if (cell.state === "blank") {
    const text = cell.raw ?? "未填";
    return previous ? <span className="t3">{text}</span> : <span className="blank">{text}</span>;
  }
  const text = cell.value ?? cell.raw ?? "/";
  if (rule === null) return text;
  return (
    <span className="both">
      <span className="rule">
        <Icon name="error" small />
        {rule}
      </span>
      <b>{text}</b>
    </span>
  );
}
