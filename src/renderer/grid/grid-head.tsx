import type { CSSProperties } from "react";
import { removeSpace } from "../../core/text/fold.ts";
import { typeset } from "../../core/text/typeset.ts";
import type { GridShape } from "../view/rows.ts";

interface GridHeadProps {
  readonly shape: GridShape;
  readonly year: number | null;
  /** The cursor's column. */
  readonly active: string | null;
  /** Of an earlier report: no year in it is this one. */
  readonly past?: boolean;
}

/** Column widths and the head, which stays in view. What neighbouring columns share stands over them once. */
export function GridHead({ shape, year, active, past = false }: GridHeadProps) {
  const { table, columns, heads, change } = shape;
  const single = table.currentColumns.length === 1;
  const depth = heads.length;
  const label = typeset(removeSpace(table.form.labelHeader.label));
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
        {heads.map((row, level) => (
          // Rows of the head have no identity of their own: their place is it.
          <tr aria-rowindex={level + 1} key={`head ${level}`} style={{ "--level": level } as CSSProperties}>
            {level === 0 && (
              <>
                <th className="line-number" aria-label="行号" rowSpan={depth} />
                <th className="label" rowSpan={depth}>
                  <span className="cut" title={label}>
                    {label.length > LONGEST ? "指标" : label}
                  </span>
                </th>
                {table.form.unitHeader && (
                  <th className="unit" rowSpan={depth}>
                    {removeSpace(table.form.unitHeader.label)}
                  </th>
                )}
              </>
            )}
            {row.map(({ text, colSpan, rowSpan, column }, place) =>
              column === undefined ? (
                <th className="shared" key={`${place} ${text}`} colSpan={colSpan}>
                  <span>{typeset(text)}</span>
                </th>
              ) : (
                <th
                  key={column}
                  className={active === column ? "value hot" : "value"}
                  rowSpan={rowSpan}
                  data-head={columns.findIndex(({ key }) => key === column)}
                >
                  {single && past && year !== null ? (
                    table.columns.get(column)?.role === "current" ? (
                      year
                    ) : (
                      year - 1
                    )
                  ) : single ? (
                    <YearHead current={table.columns.get(column)?.role === "current"} year={year} />
                  ) : (
                    typeset(text)
                  )}
                </th>
              ),
            )}
            {change && level === 0 && (
              <th className="change" rowSpan={depth}>
                增减
              </th>
            )}
          </tr>
        ))}
      </thead>
    </>
  );
}

/** A longer head over the labels is a remark; it is shown when pointed at. */
const LONGEST = 12;

/** Of the one column that is filled in, and of last year's beside it. */
function YearHead({ current, year }: { readonly current: boolean; readonly year: number | null }) {
  return (
    <>
      {year !== null && <span className="wide-only">{current ? year : year - 1} </span>}
      {current ? "本年" : "上年"}
    </>
  );
}
