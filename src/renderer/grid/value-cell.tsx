import type { Proposal as Given } from "../../core/checks/proposals.ts";
import type { Cell } from "../../core/report/report.ts";
import { Rule } from "../parts/rule.tsx";
import { cellId } from "../state/jump.ts";
import type { Spot } from "../state/ui.ts";
import type { CellMark } from "../view/marks.ts";
import { takeTotal } from "./actions.ts";
import { Fitted } from "./fitted.tsx";

interface ValueCellProps {
  readonly spot: Spot;
  readonly cell: Cell | undefined;
  readonly mark: CellMark | undefined;
  /** A number that can be taken, for a cell that is blank. */
  readonly proposal: Given | undefined;
  readonly previous: boolean;
  readonly selected: boolean;
  readonly active: boolean;
}

/** One value: the number, what stands there instead, both numbers of an error, or a total to be taken. */
export function ValueCell({ spot, cell, mark, proposal, previous, selected, active }: ValueCellProps) {
  const classes = [
    previous ? "value previous" : "value",
    mark?.shaded && proposal === undefined ? mark.severity : "",
    selected ? "in-selection" : "",
    active ? "active" : "",
    cell?.note !== undefined || (cell?.raw !== undefined && cell.state === "number") ? "noted" : "",
  ];
  const texts = [...(cell?.note === undefined ? [] : [`批注：${cell.note}`]), ...(mark?.texts ?? [])];
  return (
    <td
      id={cellId(spot)}
      className={classes.filter((name) => name !== "").join(" ")}
      data-row={spot.row}
      data-column={spot.column}
      aria-selected={selected}
      {...(previous ? { "aria-readonly": true } : {})}
      {...(texts.length > 0 ? { title: texts.join("\n") } : {})}
      {...(mark ? { "aria-invalid": mark.severity === "error" } : {})}
    >
      <Value cell={cell} rule={mark?.rule ?? null} proposal={proposal} previous={previous} spot={spot} />
    </td>
  );
}

interface ValueProps {
  readonly cell: Cell | undefined;
  readonly rule: string | null;
  readonly proposal: Given | undefined;
  readonly previous: boolean;
  readonly spot: Spot;
}

function Value({ cell, rule, proposal, previous, spot }: ValueProps) {
  if (proposal !== undefined) return <Proposal spot={spot} proposal={proposal} />;
  if (!cell) return null;
  if (cell.state === "blank") {
    const text = cell.raw ?? "未填";
    return previous ? (
      <span className="t3 cut">{text}</span>
    ) : (
      <span className="blank">
        <span className="cut">{text}</span>
      </span>
    );
  }
  const text = cell.value ?? cell.raw ?? "/";
  if (rule === null) return <Fitted text={text} />;
  return (
    <span className="both">
      <Rule text={rule} />
      <b>{text}</b>
    </span>
  );
}

/** A number that a rule gives, in grey; its key or a click on the key puts it in. */
function Proposal({ spot, proposal: { value, carried } }: { readonly spot: Spot; readonly proposal: Given }) {
  const what = carried === null ? `采用合计 ${value}` : `采用 ${value}：${carried}`;
  return (
    <span className="both proposal">
      <button
        type="button"
        className="take"
        tabIndex={-1}
        title={`按 = ${what}`}
        aria-label={what}
        onClick={() => takeTotal(spot)}
      >
        <kbd>=</kbd>
      </button>
      <span>{value}</span>
    </span>
  );
}
