import { useEffect, useMemo, useRef, useState } from "react";
import { columnName, type Form, type TableOfForm } from "../../core/form/form.ts";
import { rowsNamed } from "../../core/recognise/by-column.ts";
import { typeset } from "../../core/text/typeset.ts";
import type { ColumnSaid } from "./model.ts";

interface ColumnChooserProps {
  /** The source's table, row by row. */
  readonly rows: readonly (readonly string[])[];
  /** The column that was clicked. */
  readonly at: number;
  readonly form: Form;
  readonly take: (said: ColumnSaid) => void;
  readonly close: () => void;
}

/** Says which column of the source's table holds which values of the form's: the table is read again by that. */
export function ColumnChooser({ rows, at, form, take, close }: ColumnChooserProps) {
  const [source, setSource] = useState(at);
  const table = useMemo(() => tableOf(rows, form), [rows, form]);
  const columns = table?.currentColumns ?? [];
  const [column, setColumn] = useState(columns[0]?.key ?? "");
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const count = Math.max(...rows.map((cells) => cells.length));
  return (
    <li
      className="column-chooser"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <label>
        <span className="t2">来源</span>
        <select
          className="input small"
          ref={first}
          value={source}
          onChange={(event) => setSource(Number(event.target.value))}
        >
          {Array.from({ length: count }, (_, c) => (
            // A column has no identity but its place.
            <option key={`${c}`} value={c}>
              {`第 ${c + 1} 列：${sampleOf(rows, c)}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="t2">就是</span>
        <select className="input small" value={column} onChange={(event) => setColumn(event.target.value)}>
          {table &&
            columns.map((one) => (
              <option key={one.key} value={one.key}>
                {typeset(columnName(table, one))}
              </option>
            ))}
        </select>
      </label>
      <button
        type="button"
        className="button small"
        disabled={!table}
        onClick={() => {
          if (table) take({ rows, at: source, table: table.form.key, column });
        }}
      >
        按这一列重读
      </button>
      <button type="button" className="link" onClick={close}>
        取消
      </button>
    </li>
  );
}

/** The form's table whose rows the source's names most of; `null` where it names none. */
function tableOf(rows: readonly (readonly string[])[], form: Form): TableOfForm | null {
  const counted = [...form.tables.values()].map((table) => ({ table, known: rowsNamed(rows, table) }));
  const best = counted.reduce((a, b) => (b.known > a.known ? b : a));
  return best.known > 0 ? best.table : null;
}

const SAMPLES = 3;

function sampleOf(rows: readonly (readonly string[])[], column: number): string {
  const texts = rows.map((cells) => cells[column] ?? "").filter((text) => text !== "");
  return texts
    .slice(0, SAMPLES)
    .map((text) => (text.length > 8 ? `${text.slice(0, 8)}…` : text))
    .join("、");
}
