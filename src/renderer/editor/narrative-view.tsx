import { useEffect, useRef } from "react";
import type { Content, FigureRef } from "../../core/content/types.ts";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import { attachText, history, narrativeChanged } from "../state/editing.ts";
import { useStore } from "../state/store.ts";
import { insertFigure, leavePicking, pickFigure } from "./actions.ts";
import { figureItems, figureName } from "./figure-items.ts";
import { FigurePicker } from "./figure-picker.tsx";
import { createNarrativeEditor } from "./narrative.ts";
import { editing, figureCells, resetEditing } from "./state.ts";

interface NarrativeViewProps {
  readonly report: Report;
  readonly form: Form;
  /** What to begin with; later the editor holds the text. */
  readonly content: Content;
}

/** The narrative, to be written. One for each report: it is made anew when another one is opened. */
export function NarrativeView({ report, form, content }: NarrativeViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(report);
  latest.current = report;
  const begin = useRef(content);
  // Figures listen to the cells: they are told before the editor asks them.
  figureCells.show(report.tables);
  useEffect(() => {
    if (!place.current) return;
    const moved = () => editing.set({ moment: editing.get().moment + 1 });
    const narrative = createNarrativeEditor(place.current, begin.current, {
      cells: figureCells,
      tables: () => latest.current.tables,
      nameOf: (ref: FigureRef) => figureName(form, figureCells.get(), ref),
      record: history.recordText,
      onChange: (now, sections) => {
        narrativeChanged(now, sections);
        moved();
      },
      undo: history.undo,
      redo: history.redo,
      say: (sentence) => editing.set({ said: sentence }),
      pickFigure,
      onSelection: moved,
      onContentError: () => editing.set({ failed: true }),
    });
    editing.set({ narrative });
    const detach = attachText(narrative);
    return () => {
      narrative.destroy();
      detach();
      resetEditing();
    };
  }, [form]);
  return (
    <>
      <div ref={place} className="narrative" />
      <Picker report={report} form={form} />
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

/** What the last paste left behind, in one line over the paper, until the next change of mind. */
export function PasteNotice() {
  const said = useStore(editing, (value) => value.said);
  return (
    <div className="paste-notice" role="status" hidden={said === null}>
      <span className="grow">{said}</span>
      <button type="button" className="link" onClick={() => editing.set({ said: null })}>
        知道了
      </button>
    </div>
  );
}
