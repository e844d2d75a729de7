import type { Node as DocumentNode, Schema } from "@tiptap/pm/model";
import { type Command, TextSelection } from "@tiptap/pm/state";

/** Puts an empty table below the paragraph with the cursor, or in its place when it is empty. */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    if ($from.depth !== 2 || $from.parent.type.name !== "paragraph") return false;
    if (!dispatch) return true;
    const { tr, schema } = state;
    const empty = $from.parent.content.size === 0;
    const at = empty ? $from.before() : $from.after();
    const last = $from.index(1) === $from.node(1).childCount - 1;
    // Behind the last table of a section the cursor needs a place.
    const nodes = [tableOf(schema, rows, columns), ...(last ? [schema.node("paragraph")] : [])];
    tr.replaceWith(at, empty ? $from.after() : at, nodes);
    // Into the first cell: table, row, cell, paragraph.
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 4)).scrollIntoView());
    return true;
  };
}

function tableOf(schema: Schema, rows: number, columns: number): DocumentNode {
  const cell = () => schema.node("tableCell", null, schema.node("paragraph"));
  const row = () => schema.node("tableRow", null, Array.from({ length: columns }, cell));
  return schema.node("table", null, Array.from({ length: rows }, row));
}
