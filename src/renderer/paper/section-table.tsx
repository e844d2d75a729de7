import { type CSSProperties, type KeyboardEvent, type MouseEvent, memo, useMemo } from "react";
import type { TableOfForm } from "../../core/form/form.ts";
import { type Matrix, type MatrixCell, matrixOf } from "../../core/paper/matrix.ts";
import { columnShares, isNarrow } from "../../core/paper/matrix-look.ts";
import type { ReportTable } from "../../core/report/report.ts";
import { typeset } from "../../core/text/typeset.ts";
import { Rule } from "../parts/rule.tsx";
import type { Spot } from "../state/ui.ts";
import { type CellMark, cellKey, sameMark } from "../view/marks.ts";
import { openInGrid } from "./table-jumps.ts";

export interface SectionTableProps {
  readonly table: TableOfForm;
  /** `undefined` where the report lacks it. */
  readonly filled: ReportTable | undefined;
  /** What was found in it, by `cellKey`. */
  readonly marks: ReadonlyMap<string, CellMark>;
  /** The keyboard wants to go on, to what stands before (-1) or behind it (1). */
  readonly onLeave?: (step: 1 | -1) => void;
}

/** A table at its place in the text, as it is printed. It is filled in beside, in the grid: Enter or a click leads there. */
export function SectionTable({ table, filled, marks, onLeave }: SectionTableProps) {
  const title = typeset(table.form.title);
  const lines = table.form.rows.length;
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, shiftKey } = event;
    if (ctrlKey || altKey || shiftKey) return;
    const step = STEPS[key];
    if (key === "Enter" || key === " ") openInGrid(table, null);
    else if (step !== undefined && onLeave) onLeave(step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = ({ target }: MouseEvent) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
    openInGrid(table, cell && { row: cell.dataset["row"] ?? "", column: cell.dataset["column"] ?? "" });
  };
  return (
    <div
      className={lines > LONG ? "section-table long" : "section-table"}
      style={{ "--lines": lines } as CSSProperties}
      role="group"
      tabIndex={0}
      aria-label={`表“${title}”，${filled ? "在统计表里填" : "报告里还没有这张表"}。按回车打开`}
      data-table={table.form.key}
      onKeyDown={onKeyDown}
      // Letters would go on to where the text has its cursor; the editor puts it back when it gets the keyboard.
      onFocus={() => document.getSelection()?.removeAllRanges()}
      // The cursor of the text stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {filled ? (
        <Printed table={table} filled={filled} marks={marks} />
      ) : (
        <p className="missing">这里是“{title}”的位置。报告里还没有这张表，点这里去建。</p>
      )}
    </div>
  );
}

/** So many lines are no table of two or three pages any more. */
const LONG = 200;

const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Escape: -1,
};

type PrintedProps = Required<Pick<SectionTableProps, "table" | "marks">> & { readonly filled: ReportTable };

function Printed({ table, filled, marks }: PrintedProps) {
  const matrix = useMemo(() => matrixOf(table, filled), [table, filled]);
  const head = matrix.rows.slice(0, matrix.headRows);
  const body = matrix.rows.slice(matrix.headRows);
  return (
    <table className={isNarrow(matrix) ? "narrow" : ""}>
      <Columns matrix={matrix} />
      {head.length > 0 && (
        <thead>
          {head.map((cells, place) => (
            // Lines have no identity of their own: their place is it.
            <Line key={`head ${place}`} cells={cells} marks={marks} />
          ))}
        </thead>
      )}
      <tbody>
        {body.map((cells, place) => (
          <Line key={`line ${place}`} cells={cells} marks={marks} />
        ))}
      </tbody>
    </table>
  );
}

function Columns({ matrix }: { readonly matrix: Matrix }) {
  const shares = useMemo(() => columnShares(matrix), [matrix]);
  const sum = shares.reduce((total, share) => total + share, 0);
  return (
    <colgroup>
      {shares.map((share, place) => (
        <col key={`column ${place}`} style={{ width: `${(share / sum) * 100}%` } satisfies CSSProperties} />
      ))}
    </colgroup>
  );
}

interface LineProps {
  readonly cells: readonly MatrixCell[];
  readonly marks: ReadonlyMap<string, CellMark>;
}

/** Of a long table only the lines that have changed are drawn again. */
const Line = memo(function Line({ cells, marks }: LineProps) {
  return (
    <tr>
      {cells.map((cell, place) => (
        <PrintedCell key={`cell ${place}`} cell={cell} mark={markOf(cell, marks)} />
      ))}
    </tr>
  );
}, sameLine);

function sameLine(a: LineProps, b: LineProps): boolean {
  return (
    a.cells.length === b.cells.length &&
    a.cells.every((cell, i) => {
      const other = b.cells[i];
      return (
        other !== undefined &&
        cell.text === other.text &&
        cell.role === other.role &&
        cell.colSpan === other.colSpan &&
        cell.rowSpan === other.rowSpan &&
        sameSpot(cell.place, other.place) &&
        sameMark(markOf(cell, a.marks), markOf(other, b.marks))
      );
    })
  );
}

function sameSpot(a: Spot | undefined, b: Spot | undefined): boolean {
  return a?.row === b?.row && a?.column === b?.column;
}

function markOf({ place }: MatrixCell, marks: ReadonlyMap<string, CellMark>): CellMark | undefined {
  return place && marks.get(cellKey(place));
}

interface PrintedCellProps {
  readonly cell: MatrixCell;
  readonly mark: CellMark | undefined;
}

function PrintedCell({ cell: { text, role, colSpan, rowSpan, place }, mark }: PrintedCellProps) {
  const spans = { ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
  if (role === "label") {
    return (
      <th scope={rowSpan > 1 ? "rowgroup" : "row"} className={rowSpan > 1 ? "label shared" : "label"} {...spans}>
        {text}
      </th>
    );
  }
  if (role !== "value") {
    return (
      <th scope={colSpan > 1 ? "colgroup" : "col"} className="head" {...spans}>
        {text}
      </th>
    );
  }
  // What is not filled in prints as nothing; the grid says that it is missing.
  const shaded = mark?.shaded === true && (text !== "" || mark.severity === "error");
  return (
    <td
      className={shaded ? mark.severity : ""}
      {...spans}
      {...(place ? { "data-row": place.row, "data-column": place.column } : {})}
      {...(mark ? { title: mark.texts.join("\n") } : {})}
    >
      {shaded && mark.severity === "error" ? <Wrong text={text} rule={mark.rule} /> : text}
    </td>
  );
}

/** What stands there, and below it what the rule gives where it gives a number. */
function Wrong({ text, rule }: { readonly text: string; readonly rule: string | null }) {
  return (
    <>
      <b>{text}</b>
      <span className="unseen">有错</span>
      <Rule text={rule ?? ""} />
    </>
  );
}
