import { Editor } from "@tiptap/core";
import { Dropcursor, Gapcursor } from "@tiptap/extensions";
import type { Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Content, FigureRef } from "../../core/content/types.ts";
import type { TextChange, TextRecord } from "../state/history.ts";
import { Clipboard, type Pasting } from "./clipboard.ts";
import { Disagreements } from "./disagreements.ts";
import { becomeContent, contentOf } from "./document.ts";
import { FigureDrop } from "./figure-drop.ts";
import { FigureKey } from "./figure-key.ts";
import { Figure } from "./figure-node.ts";
import type { FigureCells } from "./figure-source.ts";
import { Keys, TabStays } from "./keys.ts";
import { Numbers } from "./numbers.ts";
import { OverSelection } from "./over-selection.ts";
import { Flash, paragraphAt, positionOf, showPosition } from "./places.ts";
import { SCHEMA } from "./schema.ts";
import { settleStale } from "./stale-mark.ts";
import { type TableHosts, TablePlaces } from "./table-places.ts";
import { applyChange, recordOf } from "./text-history.ts";

/** What the editor tells and asks the window that it is in. */
export interface NarrativeHost {
  readonly cells: FigureCells;
  readonly nameOf: (ref: FigureRef) => string;
  readonly tables: TableHosts;
  /** A change of the text, for the history of undo; at once. */
  readonly record: (record: TextRecord) => void;
  /**
   * The narrative has changed: shortly after it did (several letters may come together), never while an IME
   * composition is open.
   */
  readonly onChange: (content: Content) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** One sentence for the clerk. */
  readonly say: (sentence: string) => void;
  /** How a menu wants the paste that has come to be taken; asked once. */
  readonly pasting: () => Pasting | null;
  /** Somebody wants a figure at the cursor. `typed` is true for `#`. */
  readonly pickFigure: (typed: boolean) => void;
  /** Takes the keyboard to what floats beside the cursor; `false` where nothing does. */
  readonly toPopup: () => boolean;
  readonly onSelection: () => void;
  /** The text's own menu is wanted; `false` leaves it to nobody. */
  readonly onMenu: (view: EditorView, event: MouseEvent) => boolean;
  readonly onContentError: () => void;
}

export interface NarrativeEditor {
  readonly editor: Editor;
  /** Tells what has not been told yet; nothing while a composition is open. */
  readonly flush: () => void;
  /** Carries out an entry of the history. */
  readonly apply: (change: TextChange) => boolean;
  /** Changes the whole narrative, as one entry for undo. `false` while a composition is open. */
  readonly become: (content: Content) => boolean;
  /** Brings a paragraph into view; -1 is the heading. */
  readonly show: (section: string, paragraph: number) => void;
  /** Where the cursor stands, as `show` takes it. */
  readonly place: () => { readonly section: string; readonly paragraph: number } | null;
  readonly destroy: () => void;
}

const ROOM = { top: 24, bottom: 72, left: 0, right: 0 };

/** How long letters may gather before the rest of the window hears of them. */
const GATHER_MS = 30;

/** Puts an editor for the narrative into `element`. */
export function createNarrativeEditor(element: HTMLElement, content: Content, host: NarrativeHost): NarrativeEditor {
  let untold = false;
  /** The last open composition, to whose entry of undo belongs what is settled after it. */
  let composition: unknown;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const editor = new Editor({
    element,
    // A structure of its own: tiptap takes one that may be changed.
    content: JSON.parse(JSON.stringify(content)),
    enableContentCheck: true,
    onContentError: host.onContentError,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    extensions: [
      ...SCHEMA,
      Figure.configure({ cells: host.cells, nameOf: host.nameOf }),
      Numbers,
      TablePlaces.configure(host.tables),
      Flash,
      Disagreements,
      Keys.configure({ undo: host.undo, redo: host.redo, toPopup: host.toPopup }),
      TabStays,
      Clipboard.configure({ say: host.say, pasting: host.pasting }),
      FigureKey.configure({ pick: host.pickFigure }),
      FigureDrop,
      OverSelection,
      Dropcursor.configure({ class: "drop-cursor", color: false }),
      Gapcursor,
    ],
    editorProps: {
      // What is gone to or written stands clear of the edges, with room for what floats below it.
      scrollThreshold: ROOM,
      scrollMargin: ROOM,
      attributes: {
        "aria-label": "报告正文",
        "aria-multiline": "true",
        spellcheck: "false",
        autocorrect: "off",
        autocapitalize: "off",
        "data-focus": "paper",
      },
      handleDOMEvents: {
        compositionend: () => {
          gather();
          return false;
        },
        blur: () => {
          flush();
          return false;
        },
        contextmenu: host.onMenu,
      },
    },
    onSelectionUpdate: host.onSelection,
  });

  let selection = editor.state.selection;
  editor.on("transaction", ({ transaction, appendedTransactions }) => {
    const all: readonly Transaction[] = [transaction, ...appendedTransactions];
    const record = recordOf(all, selection);
    selection = editor.state.selection;
    if (!all.some(({ docChanged }) => docChanged)) return;
    if (record) host.record(record);
    composition = transaction.getMeta("composition") ?? composition;
    untold = true;
    gather();
  });

  const gather = () => {
    timer ??= setTimeout(flush, GATHER_MS);
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    // The report keeps its state from before the composition until that is closed.
    if (!untold || editor.isDestroyed || editor.view.composing) return;
    const settled = settleStale(editor.state);
    if (settled) editor.view.dispatch(settled.setMeta("composition", composition));
    untold = false;
    host.onChange(contentOf(editor.state.doc));
  };

  return {
    editor,
    flush,
    apply: (change) => applyChange(editor.view, change),
    become: (next) => {
      if (editor.view.composing) return false;
      const transaction = becomeContent(editor.state.tr, editor.schema, next);
      if (transaction.docChanged) editor.view.dispatch(transaction);
      return true;
    },
    show: (section, paragraph) => {
      const pos = positionOf(editor.state.doc, section, paragraph);
      if (pos !== null) showPosition(editor.view, pos);
    },
    place: () => paragraphAt(editor.state.doc, editor.state.selection.head),
    destroy: () => {
      flush();
      clearTimeout(timer);
      editor.destroy();
    },
  };
}
