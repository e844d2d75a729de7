import { useEffect, useRef } from "react";
import { Icon } from "../parts/icon.tsx";
import { SeverityIcon } from "../parts/severity.tsx";
import { focusPane } from "../state/jump.ts";
import { type Spot, ui } from "../state/ui.ts";
import { formulaOf, relationsOf } from "../view/explain.ts";
import { cellKey } from "../view/marks.ts";
import type { Grid, GridRow } from "../view/rows.ts";
import type { TableView } from "../view/table-view.ts";
import { cellName } from "./cell-name.ts";

interface ExplanationProps {
  readonly table: TableView;
  readonly grid: Grid;
  readonly row: GridRow;
  readonly spot: Spot;
}

const close = () => {
  ui.set({ explaining: false });
  focusPane("grid");
};

/** What an indicator is and which relations it takes part in. Esc or F1 closes it. */
export function Explanation({ table, grid, row, spot }: ExplanationProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const relations = relationsOf(grid.table, row.id, spot.column);
  const mark = table.marks.get(cellKey(spot));
  return (
    <div
      className="explanation"
      role="dialog"
      aria-label="指标说明"
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        close();
      }}
    >
      <header>
        <h3 className="grow">{grid.table.form.labels === "none" ? cellName(grid, spot) : row.label}</h3>
        <button type="button" className="button flat small" onClick={close} aria-label="关闭说明">
          <Icon name="cross" small />
        </button>
      </header>
      <div className="body">
        {row.note !== "" && <p>{row.note}</p>}
        {row.unit !== "" && !row.header && <p className="t2">单位：{row.unit}</p>}
        {mark?.texts.map((text) => (
          <p key={text} className="marked">
            <SeverityIcon level={mark.severity} />
            <span>{text}</span>
          </p>
        ))}
        {relations.length === 0 && <p className="t2">没有与其他行的关系。</p>}
        {relations.map((relation) => (
          <div className="relation" key={relation.code}>
            <p>
              <b>{relation.title}</b> <span className="t2">{formulaOf(grid.table, relation, row.id)}</span>
            </p>
            <p>{relation.explain}</p>
            <p className="t3">依据：{relation.basis}</p>
          </div>
        ))}
      </div>
    </div>
  );
}
