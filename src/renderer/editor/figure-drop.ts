import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { FigureRef } from "../../core/content/types.ts";

/** A cell of the grid that is dropped on the text becomes a figure there. */
export const FigureDrop = Extension.create({
  name: "figureDrop",
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            dragover: (_view, event) => {
              if (!event.dataTransfer?.types.includes(CELL_TYPE)) return false;
              event.dataTransfer.dropEffect = "copy";
              event.preventDefault();
              return false;
            },
          },
          handleDrop: (view, event) => {
            const ref = cellDragged(event.dataTransfer);
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (!ref || !at || view.composing) return false;
            const { schema, doc, tr } = view.state;
            if (!doc.resolve(at.pos).parent.inlineContent) return false;
            view.dispatch(tr.insert(at.pos, schema.node("figure", ref)));
            view.focus();
            return true;
          },
        },
      }),
    ];
  },
});

/** The type under which the grid gives a cell to be dragged: JSON of table, row and column. */
export const CELL_TYPE = "application/x-nianbao-cell";

/** Reads what was dragged; `null` when it is no cell. */
function cellDragged(data: DataTransfer | null): FigureRef | null {
  const json = data?.getData(CELL_TYPE);
  if (!json) return null;
  try {
    const { table, row, column } = JSON.parse(json);
    const known = typeof table === "string" && typeof row === "string" && typeof column === "string";
    return known ? { table, row, column, format: "arabic" } : null;
  } catch {
    return null;
  }
}
