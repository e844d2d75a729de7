import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import { COMMANDS } from "../commands.ts";
import { Icon } from "../parts/icon.tsx";
import { shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import type { TableView } from "../view/table-view.ts";
import { type CarriedKind, carriedKinds, lastReport, takeKind } from "./last-year.ts";

interface LastYearBarProps {
  readonly table: TableView;
  readonly report: Report;
  readonly form: Form;
}

/** What last year's report offers for this table: its figures, then what follows from them, kind by kind. */
export function LastYearBar({ table, report, form }: LastYearBarProps) {
  const shelf = useStore(shown, (value) => value.shelf);
  const last = table.table.previousOf.size > 0 ? lastReport(report, form, shelf) : null;
  const kinds = carriedKinds(table);
  if (!last && kinds.length === 0) return null;
  return (
    <ul className="last-year" aria-label="由上年报告而来">
      {last && (
        <li>
          <Icon name="info" small />
          <span className="cut grow">{last.year} 年度的报告在这台电脑上，上年数还没有带入</span>
          <button type="button" className="button small" onClick={COMMANDS.bringLastYear.run}>
            带入上年数
          </button>
        </li>
      )}
      {kinds.map((kind) => (
        <Kind key={kind.code} kind={kind} />
      ))}
    </ul>
  );
}

function Kind({ kind: { code, title, proposals } }: { readonly kind: CarriedKind }) {
  const sources = proposals.map(({ value, carried }) => `${value}：${carried}`).join("\n");
  return (
    <li title={sources}>
      <Icon name="info" small />
      <span className="cut grow">{title}</span>
      <button type="button" className="button small" onClick={() => takeKind(code)}>
        采用 {proposals.length} 格
      </button>
    </li>
  );
}
