import type { Form } from "../../core/form/form.ts";
import { tableName, tableTitle } from "../../core/form/names.ts";
import { typeset } from "../../core/text/typeset.ts";
import { SeverityCount } from "../parts/severity.tsx";
import { focusPane } from "../state/jump.ts";
import type { View } from "../view/view.ts";
import { chooseTable } from "./choose.ts";

interface SheetTabsProps {
  readonly form: Form;
  readonly view: View;
  /** The key of the table that is shown. */
  readonly chosen: string;
}

/** The form's tables below the grid, as a workbook has its sheets. With one table there is nothing to choose. */
export function SheetTabs({ form, view, chosen }: SheetTabsProps) {
  if (form.tables.size < 2) return null;
  return (
    <div className="sheet-tabs" role="group" aria-label="表">
      {[...form.tables.values()].map(({ form: { key, title } }) => {
        const name = tableName(form, key);
        const shown = view.tables.find(({ table }) => table.form.key === key);
        const errors = shown
          ? [...shown.marks.values()].filter(({ shaded, severity }) => shaded && severity === "error")
          : [];
        return (
          <button
            type="button"
            key={key}
            className={key === chosen ? "on" : ""}
            aria-pressed={key === chosen}
            title={`${tableTitle(form, key)}（Ctrl+PageUp、PageDown 换表）`}
            onClick={() => {
              chooseTable(key);
              focusPane("grid");
            }}
          >
            {name !== typeset(title) && <b>{name}</b>}
            <span className="cut">{typeset(title)}</span>
            {errors.length > 0 && <SeverityCount level="error" count={errors.length} />}
          </button>
        );
      })}
    </div>
  );
}
