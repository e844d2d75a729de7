import { useEffect, useMemo, useRef } from "react";
import type { Content, FigureRef } from "../../core/content/types.ts";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import { followCursor } from "../paper/current-section.ts";
import { attachText, history, narrativeChanged } from "../state/editing.ts";
import { useStore } from "../state/store.ts";
import { viewOf } from "../view/view.ts";
import { disagreementsIn, showDisagreements } from "./disagreements.ts";
import { insertFigure, leavePicking, pickFigure } from "./figure-actions.ts";
import { figureItems, figureName } from "./figure-items.ts";
import { FigurePicker } from "./figure-picker.tsx";
import { focusPopup, MarkPopup } from "./mark-popup.tsx";
import { createNarrativeEditor } from "./narrative.ts";
import { run } from "./open-editor.ts";
import { editing, figureCells, resetEditing } from "./state.ts";
import { TablePortals, tableHosts } from "./table-portals.tsx";
import { TableSize } from "./table-size.tsx";
import { insertTable } from "./tables.ts";
import { openTextMenu } from "./text-menu.ts";

interface NarrativeViewProps {
  readonly report: Report;
  readonly form: Form;
  /** What to begin with; later the editor holds the text. */
  readonly content: Content;
}

/** The narrative, to be written. One for each report: it is made anew when another one is opened. */
export function NarrativeView({ report, form, content }: NarrativeViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const begin = useRef(content);
  const hosts = useMemo(() => tableHosts(form), [form]);
  // Figures listen to the cells: they are told before the editor asks them.
  figureCells.show(report.tables);
  useEffect(() => {
    if (!place.current) return;
    const moved = () => editing.set({ moment: editing.get().moment + 1 }, "after the frame");
    const narrative = createNarrativeEditor(place.current, begin.current, {
      cells: figureCells,
      nameOf: (ref: FigureRef) => figureName(form, figureCells.get(), ref),
      tables: hosts,
      record: history.recordText,
      onChange: (now) => {
        narrativeChanged(now);
        moved();
      },
      undo: history.undo,
      redo: history.redo,
      say: (sentence) => editing.set({ said: sentence }),
      pasting: () => {
        const { pasting } = editing.get();
        if (pasting) editing.set({ pasting: null });
        return pasting;
      },
      pickFigure,
      toPopup: focusPopup,
      onSelection: () => {
        followCursor();
        moved();
      },
      onMenu: openTextMenu,
      onContentError: () => editing.set({ failed: true }),
    });
    editing.set({ narrative });
    const detach = attachText(narrative);
    return () => {
      narrative.destroy();
      detach();
      resetEditing();
    };
  }, [form, hosts]);
  const { notices } = viewOf(report, form);
  const marks = JSON.stringify(disagreementsIn(notices, report, form));
  useEffect(() => {
    const view = editing.get().narrative?.editor.view;
    if (view) showDisagreements(view, JSON.parse(marks));
  }, [marks]);
  return (
    <div className="narrative">
      <div ref={place} />
      <TablePortals report={report} form={form} hosts={hosts} />
      <MarkPopup form={form} view={viewOf(report, form)} />
    </div>
  );
}

/** What is opened at the cursor and floats over the whole window, not over the paper only. */
export function TextChoosers({ report, form }: Pick<NarrativeViewProps, "report" | "form">) {
  return (
    <>
      <Picker report={report} form={form} />
      <Sizer />
    </>
  );
}

function Picker({ report, form }: Pick<NarrativeViewProps, "report" | "form">) {
  const picking = useStore(editing, (value) => value.picking);
  if (!picking) return null;
  return (
    <FigurePicker
      items={figureItems(form, report.tables)}
      lookup={figureCells.get()}
      at={picking}
      onPick={insertFigure}
      onClose={leavePicking}
    />
  );
}

function Sizer() {
  const sizing = useStore(editing, (value) => value.sizing);
  if (!sizing) return null;
  const leave = () => editing.set({ sizing: null });
  return (
    <TableSize
      at={sizing}
      onChoose={(rows, columns) => {
        leave();
        run(insertTable(rows, columns));
      }}
      onClose={() => {
        leave();
        run(() => true);
      }}
    />
  );
}

/** What was done last and cannot be seen, in one line over the paper: what a paste left behind, what was removed. */
export function TextNotice() {
  const said = useStore(editing, (value) => value.said);
  return (
    <div className="text-notice" role="status" hidden={said === null}>
      <span className="grow">{said}</span>
      <button type="button" className="link" onClick={() => editing.set({ said: null })}>
        知道了
      </button>
    </div>
  );
}
