import { Extension } from "@tiptap/core";
import type { Node as DocumentNode, ResolvedPos } from "@tiptap/pm/model";
import { Plugin, PluginKey, Selection } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";

/** What the form says of its tables in the text, and the elements that they are drawn into. */
export interface TableHosts {
  /** The keys of the tables behind the text of each section, for the keys of a document's sections. */
  readonly behind: (sections: readonly string[]) => readonly (readonly string[])[];
  /** The element of a table: always the same one. Whoever draws the table draws into it. */
  readonly element: (table: string) => HTMLElement;
}

/** Where a table stands: behind the last block of a section. */
interface Place {
  readonly table: string;
  readonly section: number;
  readonly pos: number;
}

interface Places {
  readonly places: readonly Place[];
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Places>("tablePlaces");

/**
 * The form's tables in the text. Each is drawn at the end of its section and is no part of the document: it cannot be
 * typed into, selected away or pasted over, and its figures change without a transaction.
 */
export const TablePlaces = Extension.create<TableHosts>({
  name: "tablePlaces",
  // Before lists and tables take the arrows.
  priority: 900,

  addOptions() {
    return { behind: () => [], element: () => document.createElement("div") };
  },

  addProseMirrorPlugins() {
    const hosts = this.options;
    return [
      new Plugin<Places>({
        key,
        state: {
          init: (_, { doc }) => placesIn(doc, hosts),
          apply: (transaction, old) => (transaction.docChanged ? placesIn(transaction.doc, hosts) : old),
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
      }),
    ];
  },

  addKeyboardShortcuts() {
    const into = (step: 1 | -1, arrow: "up" | "down" | "left" | "right") => () =>
      enterTable(this.editor.view, this.options, step, arrow);
    return {
      ArrowDown: into(1, "down"),
      ArrowRight: into(1, "right"),
      ArrowUp: into(-1, "up"),
      ArrowLeft: into(-1, "left"),
    };
  },
});

function placesIn(doc: DocumentNode, { behind, element }: TableHosts): Places {
  const tables = behind(doc.children.map(({ attrs }) => String(attrs["key"])));
  const places: Place[] = [];
  doc.forEach((section, offset, index) => {
    const pos = offset + section.nodeSize - 1;
    for (const table of tables[index] ?? []) places.push({ table, section: index, pos });
  });
  const decorations = places.map(({ table, pos }) =>
    Decoration.widget(pos, () => element(table), {
      key: table,
      side: 1,
      ignoreSelection: true,
      // Whoever draws the table answers for what happens in it.
      stopEvent: () => true,
    }),
  );
  return { places, decorations: DecorationSet.create(doc, decorations) };
}

/** From the last line before a table, or the first one behind it, the arrows go into the table. */
function enterTable(view: EditorView, hosts: TableHosts, step: 1 | -1, arrow: "up" | "down" | "left" | "right") {
  const { selection } = view.state;
  const { $head } = selection;
  if (!selection.empty || !$head.parent.isTextblock || !isAtEdge($head, step) || !view.endOfTextblock(arrow))
    return false;
  const section = $head.index(0) + (step > 0 ? 0 : -1);
  const places = (key.getState(view.state)?.places ?? []).filter((place) => place.section === section);
  const place = places.at(step > 0 ? 0 : -1);
  if (!place) return false;
  focusTable(hosts.element(place.table));
  return true;
}

/** True where nothing of the section comes behind (1) or before (-1) the paragraph; cells stand side by side. */
function isAtEdge($pos: ResolvedPos, step: 1 | -1): boolean {
  for (let depth = 1; depth < $pos.depth; depth += 1) {
    const node = $pos.node(depth);
    const last = step > 0 ? node.childCount - 1 : 0;
    if (node.type.name !== "tableRow" && $pos.index(depth) !== last) return false;
  }
  return true;
}

/** From a table to what stands before or behind it: the next table, else the nearest line of text. */
export function leaveTable(view: EditorView, hosts: TableHosts, table: string, step: 1 | -1): void {
  const places = key.getState(view.state)?.places ?? [];
  const at = places.findIndex((place) => place.table === table);
  const place = places[at];
  if (!place) return;
  const next = places[at + step];
  if (next?.section === place.section) return focusTable(hosts.element(next.table));
  const text = Selection.findFrom(view.state.doc.resolve(place.pos), step, true);
  if (!text) return;
  view.dispatch(view.state.tr.setSelection(text).scrollIntoView());
  view.focus();
}

function focusTable(host: HTMLElement): void {
  const table = host.querySelector<HTMLElement>("[tabindex]");
  table?.focus({ preventScroll: true });
  table?.scrollIntoView({ block: "nearest" });
}
