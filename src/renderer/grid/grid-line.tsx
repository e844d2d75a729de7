import { type CSSProperties, memo } from "react";
import type { Proposal } from "../../core/checks/proposals.ts";
import { hasCell } from "../../core/form/form.ts";
import type { ColumnForm } from "../../core/form/schema.ts";
import { Icon } from "../parts/icon.tsx";
import { cellId } from "../state/jump.ts";
import type { Spot } from "../state/ui.ts";
import { type CellMark, cellKey, sameMark } from "../view/marks.ts";
import { changeOf, type GridRow, type GridShape } from "../view/rows.ts";
import { Fitted } from "./fitted.tsx";
import { toggle } from "./fold.ts";
import { ValueCell } from "./value-cell.tsx";

export interface GridLineProps {
  readonly row: GridRow;
  readonly shape: GridShape;
  readonly marks: ReadonlyMap<string, CellMark>;
  /** Numbers that can be taken, by cell. */
  readonly proposals: ReadonlyMap<string, Proposal>;
  readonly folded: boolean;
  /** The selected columns by index, both included; -1 when the row is not in the selection. */
  readonly from: number;
  readonly to: number;
  readonly activeColumn: string | null;
}

/** One row. Marks and proposals are looked at cell by cell: a keystroke draws the rows again that it changes. */
export const GridLine = memo(Line, sameLine);

function sameLine(a: GridLineProps, b: GridLineProps): boolean {
  return (
    a.row === b.row &&
    a.shape === b.shape &&
    a.folded === b.folded &&
    a.from === b.from &&
    a.to === b.to &&
    a.activeColumn === b.activeColumn &&
    a.shape.columns.every((column) => {
      const key = cellKey({ row: a.row.id, column: column.key });
      return sameMark(a.marks.get(key), b.marks.get(key)) && sameProposal(a.proposals.get(key), b.proposals.get(key));
    })
  );
}

function sameProposal(a: Proposal | undefined, b: Proposal | undefined): boolean {
  return a?.value === b?.value && a?.carried === b?.carried;
}

function Line({ row, shape, marks, proposals, folded, from, to, activeColumn }: GridLineProps) {
  const first = shape.columns[0]?.key ?? "";
  const selected = from >= 0;
  const classes = ["row", row.header ? `header level-${row.level}` : "", selected ? "selected" : ""];
  const common = {
    className: classes.join(" "),
    "aria-level": row.level,
    "aria-rowindex": row.line + shape.heads.length,
    ...(row.parts > 0 ? { "aria-expanded": !folded } : {}),
  };
  const number = <th className="line-number">{row.line}</th>;
  if (row.header) {
    const spans = shape.columns.length + (shape.table.form.unitHeader ? 1 : 0) + (shape.change ? 1 : 0) + 1;
    return (
      <tr {...common}>
        {number}
        <td
          id={cellId({ row: row.id, column: activeColumn ?? first })}
          colSpan={spans}
          className={activeColumn === null ? "label" : "label active"}
          data-row={row.id}
          data-column={activeColumn ?? first}
          aria-selected={selected}
          style={indent(row)}
        >
          <Label row={row} folded={folded} />
        </td>
      </tr>
    );
  }
  return (
    <tr {...common}>
      {number}
      <td className="label" style={indent(row)} data-row={row.id} data-column={activeColumn ?? first}>
        <Label row={row} folded={folded} />
      </td>
      {shape.table.form.unitHeader && (
        <td className="unit">
          <Fitted text={row.unit} />
        </td>
      )}
      {shape.columns.map((column, index) => {
        const key = cellKey({ row: row.id, column: column.key });
        const inside = selected && index >= from && index <= to;
        const active = activeColumn === column.key;
        if (!isThere(row, shape, column))
          return <VoidCell key={column.key} row={row.id} column={column.key} selected={inside} active={active} />;
        return (
          <ValueCell
            key={column.key}
            spot={{ row: row.id, column: column.key }}
            cell={row.cells.get(column.key)}
            mark={marks.get(key)}
            proposal={proposals.get(key)}
            previous={column.role === "previous"}
            selected={inside}
            active={active}
          />
        );
      })}
      {shape.change && (
        <td className="change">
          <Fitted text={changeOf(row, shape)} />
        </td>
      )}
    </tr>
  );
}

interface VoidCellProps extends Spot {
  readonly selected: boolean;
  readonly active: boolean;
}

/** A place that the form does not have: the cursor passes over it, and nothing is ever in it. */
function VoidCell({ row, column, selected, active }: VoidCellProps) {
  const classes = ["value void", ...(selected ? ["in-selection"] : []), ...(active ? ["active"] : [])];
  return (
    <td
      id={cellId({ row, column })}
      className={classes.join(" ")}
      data-row={row}
      data-column={column}
      aria-selected={selected}
      aria-readonly="true"
      aria-label="表式里没有这一格"
    />
  );
}

/** A row of the office's own has the cells that it was given. */
function isThere({ id, cells }: GridRow, { table }: GridShape, { key, role }: ColumnForm): boolean {
  return table.rows.has(id) || role === "previous" ? hasCell(table, id, key) : cells.has(key);
}

function indent(row: GridRow): CSSProperties {
  // React's type does not know custom properties.
  return { "--indent": row.level - 1 } as CSSProperties;
}

function Label({ row, folded }: { readonly row: GridRow; readonly folded: boolean }) {
  return (
    <>
      {row.parts > 0 && (
        <button
          type="button"
          className="twist"
          tabIndex={-1}
          aria-label={folded ? "展开" : "收起"}
          onClick={() => toggle(row.id)}
        >
          <Icon name={folded ? "right" : "down"} small />
        </button>
      )}
      <span className="cut" title={row.label + row.note}>
        {row.local && (
          <span className="own-row" title="本单位自设的行，不在表样里，不计入合计">
            自设
          </span>
        )}
        {row.label}
        {folded && <span className="hidden-rows">{row.parts} 行</span>}
      </span>
    </>
  );
}
