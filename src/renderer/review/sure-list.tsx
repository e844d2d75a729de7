import { useState } from "react";
import { countSection } from "../../core/content/count.ts";
import { columnName, plainLabel } from "../../core/form/form.ts";
import { tableTitle } from "../../core/form/names.ts";
import type { Cell, CellPlace, ReportTable, Section } from "../../core/report/report.ts";
import { Icon } from "../parts/icon.tsx";
import { sectionChoices } from "./answering.ts";
import { cellKey, corrected, faultOfCell, reassigned, textOfCell } from "./model.ts";
import type { Reviewing } from "./use-review.ts";

/** Every section and table that was read. Each opens to what it holds, and can be put right there. */
export function SureList({ reviewing }: { readonly reviewing: Reviewing }) {
  const { report } = reviewing.review;
  const [open, setOpen] = useState(false);
  return (
    <>
      <h3 className="group">
        <span className="done">
          <Icon name="tick" small />
        </span>
        有把握 <span className="t3">{report.sections.length + report.tables.length}</span>
        <span className="grow" />
        <button type="button" className="link" onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? "全部收起" : "全部展开"}
        </button>
      </h3>
      <div className="sure">
        {report.sections.map((section) => (
          <SureSection key={section.key} section={section} open={open} reviewing={reviewing} />
        ))}
        {report.tables.map((table) => (
          <SureTable key={table.key} table={table} open={open} reviewing={reviewing} />
        ))}
      </div>
    </>
  );
}

interface SummaryProps {
  readonly name: string;
  readonly size: string;
  readonly changed: boolean;
}

function Summary({ name, size, changed }: SummaryProps) {
  return (
    <summary>
      <span className="done">
        <Icon name="tick" small />
      </span>
      <span className="cut grow">{name}</span>
      {changed && <span className="changed small-text">已改</span>}
      <span className="t3 small-text">{size}</span>
    </summary>
  );
}

interface SureSectionProps {
  readonly section: Section;
  readonly open: boolean;
  readonly reviewing: Reviewing;
}

function SureSection({ section, open, reviewing: { review, act } }: SureSectionProps) {
  const name = section.heading === "" ? "前言" : section.heading;
  const choices =
    section.heading === "" ? [] : sectionChoices(section.key, "标题，照读出的", review.report, review.form);
  const choice = review.sections[section.key] ?? 0;
  return (
    <details open={open}>
      <Summary name={name} size={`${countSection(section).toLocaleString("zh-CN")} 字`} changed={choice > 0} />
      {choices.length > 1 && (
        <label className="field assign">
          <span className="t2">这一行是</span>
          <select
            className="input small"
            value={choice}
            onChange={(event) => act((now) => reassigned(now, section.key, Number(event.target.value)))}
          >
            {choices.map(({ label }, i) => (
              <option key={label} value={i}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      {section.paragraphs.map((text, i) => (
        <p key={`${i} ${text}`}>{text}</p>
      ))}
    </details>
  );
}

interface SureTableProps {
  readonly table: ReportTable;
  readonly open: boolean;
  readonly reviewing: Reviewing;
}

function SureTable({ table, open, reviewing }: SureTableProps) {
  const { review } = reviewing;
  const form = review.form.tables.get(table.key);
  const current = new Set(form?.currentColumns.map(({ key }) => key));
  const corrections = table.cells.filter(
    ({ row, column }) => cellKey({ table: table.key, row, column }) in review.cells,
  );
  return (
    <details open={open}>
      <Summary
        name={tableTitle(review.form, table.key) || "统计表"}
        size={`${table.cells.filter(({ state }) => state === "number").length} 格有数`}
        changed={corrections.length > 0}
      />
      {table.cells.map((cell) => {
        const known = form?.columns.get(cell.column);
        const column = form && known ? columnName(form, known) : cell.column;
        return (
          <SureCell
            key={`${cell.row} ${cell.column}`}
            cell={cell}
            name={plainLabel(cell.label) + (current.size > 1 || !current.has(cell.column) ? `，${column}` : "")}
            place={{ table: table.key, row: cell.row, column: cell.column }}
            reviewing={reviewing}
          />
        );
      })}
    </details>
  );
}

interface SureCellProps {
  readonly cell: Cell;
  readonly name: string;
  readonly place: CellPlace;
  readonly reviewing: Reviewing;
}

/** A value that was read without doubt, to be typed over where it is wrong all the same. */
function SureCell({ cell, name, place, reviewing: { review, act } }: SureCellProps) {
  const fault = faultOfCell(review, place);
  const changed = cellKey(place) in review.cells;
  return (
    <label className="figure-line">
      <span className="cut grow">{name}</span>
      {changed && <span className="changed small-text">已改</span>}
      <input
        type="text"
        className="input small number"
        value={textOfCell(review, place)}
        placeholder="空"
        autoComplete="off"
        aria-invalid={fault !== null}
        {...(fault === null ? {} : { title: fault })}
        onChange={(event) => {
          const text = event.target.value;
          act((now) => corrected(now, place, text), `cell ${cellKey(place)}`);
        }}
      />
      <span className="t3 small-text unit">{cell.unit}</span>
    </label>
  );
}
