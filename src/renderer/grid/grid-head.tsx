import { removeSpace } from "../../core/text/fold.ts";
import type { GridShape } from "../view/rows.ts";

interface GridHeadProps {
  readonly shape: GridShape;
  readonly year: number | null;
  /** The cursor's column. */
  readonly active: string | null;
}

/** Column widths and the head, which stays in view. */
export function GridHead({ shape, year, active }: GridHeadProps) {
  const { table, columns, change } = shape;
  const single = table.currentColumns.length === 1;
  return (
    <>
      <colgroup>
        <col className="col-line" />
        <col className="col-label" />
        {table.form.unitHeader && <col className="col-unit" />}
        {columns.map((column) => (
          <col key={column.key} className={`col-${column.role}`} />
        ))}
        {change && <col className="col-change" />}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th className="line-number" aria-label="行号" />
          <th className="label">{removeSpace(table.form.labelHeader.label)}</th>
          {table.form.unitHeader && <th className="unit">{removeSpace(table.form.unitHeader.label)}</th>}
          {columns.map((column) => (
            <th key={column.key} className={active === column.key ? "value hot" : "value"} data-head={column.key}>
              {single && year !== null && (
                <span className="wide-only">{column.role === "current" ? year : year - 1} </span>
              )}
              {single ? (column.role === "current" ? "本年" : "上年") : column.label}
            </th>
          ))}
          {change && <th className="change">增减</th>}
        </tr>
      </thead>
    </>
  );
}
