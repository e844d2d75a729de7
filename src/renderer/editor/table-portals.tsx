import { createPortal } from "react-dom";
import type { Form } from "../../core/form/form.ts";
import { tablesBehind } from "../../core/paper/section-tables.ts";
import type { Report } from "../../core/report/report.ts";
import { SectionTables } from "../paper/section-tables.tsx";
import { editing } from "./state.ts";
import { leaveTable, type TableHosts } from "./table-places.ts";

/** The elements in the text that a form's tables are drawn into, one for each that stands in a section. */
export function tableHosts(form: Form): TableHosts {
  const elements = new Map<string, HTMLElement>();
  return {
    behind: (sections) => tablesBehind(form, sections).map((tables) => tables.map((table) => table.form.key)),
    element: (table) => {
      const known = elements.get(table);
      if (known) return known;
      const made = document.createElement("div");
      elements.set(table, made);
      return made;
    },
  };
}

interface TablePortalsProps {
  readonly report: Report;
  readonly form: Form;
  readonly hosts: TableHosts;
}

/** Draws the tables into their places in the text. They follow the report, not the text's document. */
export function TablePortals({ report, form, hosts }: TablePortalsProps) {
  const leave = (table: string, step: 1 | -1) => {
    const { narrative } = editing.get();
    if (narrative) leaveTable(narrative.editor.view, hosts, table, step);
  };
  return tablesBehind(form, [])
    .flat()
    .map((table) =>
      createPortal(
        <SectionTables report={report} form={form} tables={[table]} onLeave={(step) => leave(table.form.key, step)} />,
        hosts.element(table.form.key),
        table.form.key,
      ),
    );
}
