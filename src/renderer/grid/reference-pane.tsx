import { type CSSProperties, useMemo, useState } from "react";
import { type Form, hasCell } from "../../core/form/form.ts";
import type { Cell, Reference } from "../../core/report/report.ts";
import { typeset } from "../../core/text/typeset.ts";
import { COMMANDS } from "../commands.ts";
import { changeOf, type GridRow, type GridShape, gridOf } from "../view/rows.ts";
import { GridHead } from "./grid-head.tsx";

interface ReferencePaneProps {
  readonly reference: Reference;
  /** The older form, which its tables are of. */
  readonly form: Form;
}

/** The tables of the report that this one was begun from, as that one's form has them: to be read and copied only. */
export function ReferencePane({ reference, form }: ReferencePaneProps) {
  const there = reference.tables.filter(({ key }) => form.tables.has(key));
  const [chosen, setChosen] = useState<string | null>(null);
  const filled = there.find(({ key }) => key === chosen) ?? there[0];
  const table = filled && form.tables.get(filled.key);
  const grid = useMemo(() => (table && filled ? gridOf(table, filled.cells) : null), [table, filled]);
  const year = reference.year === null ? "往年" : `${reference.year} 年度`;
  return (
    <>
      <div className="pane-head">
        <h2>{year}的统计表</h2>
        <span className="t3 small-text cut">原来的表样，只供对照</span>
        <span className="grow" />
        <button
          type="button"
          className="button small flat on"
          aria-pressed="true"
          title="回到本年的表 F9"
          onClick={COMMANDS.switchYear.run}
        >
          看上年
        </button>
      </div>
      {grid && (
        // It is scrolled with the keyboard.
        <div
          className="grid-frame scroll reference"
          role="region"
          aria-label={`${year}的统计表`}
          tabIndex={0}
          data-focus="grid"
        >
          <table
            className={grid.table.currentColumns.length > 1 ? "wide" : ""}
            style={{ "--columns": grid.columns.length } as CSSProperties}
          >
            <GridHead shape={grid.shape} year={reference.year} active={null} past />
            <tbody>
              {grid.rows.map((row) => (
                <Line key={row.id} row={row} shape={grid.shape} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {there.length > 1 && (
        <div className="sheet-tabs" role="group" aria-label="表">
          {there.map(({ key }) => (
            <button
              type="button"
              key={key}
              className={key === filled?.key ? "on" : ""}
              aria-pressed={key === filled?.key}
              onClick={() => setChosen(key)}
            >
              <span className="cut">{typeset(form.tables.get(key)?.form.title ?? key)}</span>
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function Line({ row, shape }: { readonly row: GridRow; readonly shape: GridShape }) {
  const { table, columns, change } = shape;
  const indent = { "--indent": row.level - 1 } as CSSProperties;
  const number = <th className="line-number">{row.line}</th>;
  const label = (
    <span className="cut" title={row.label + row.note}>
      {row.label}
    </span>
  );
  if (row.header) {
    return (
      <tr className={`row header level-${row.level}`}>
        {number}
        <td
          className="label"
          colSpan={columns.length + (table.form.unitHeader ? 1 : 0) + (change ? 1 : 0) + 1}
          style={indent}
        >
          {label}
        </td>
      </tr>
    );
  }
  return (
    <tr className="row">
      {number}
      <td className="label" style={indent}>
        {label}
      </td>
      {table.form.unitHeader && <td className="unit">{row.unit}</td>}
      {columns.map(({ key }) =>
        hasCell(table, row.id, key) ? (
          <td key={key} className="value">
            {textOf(row.cells.get(key))}
          </td>
        ) : (
          <td key={key} className="value void" />
        ),
      )}
      {change && <td className="change">{changeOf(row, shape)}</td>}
    </tr>
  );
}

function textOf(cell: Cell | undefined): string {
  return cell?.value ?? cell?.raw ?? (cell?.state === "na" ? "/" : "");
}
