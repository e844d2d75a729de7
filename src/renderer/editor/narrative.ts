import { Editor } from "@tiptap/core";
import { Dropcursor, Gapcursor } from "@tiptap/extensions";
import type { Transaction } from "@tiptap/pm/state";
import { sectionsFromContent } from "../../core/content/print.ts";
import type { Content, FigureRef } from "../../core/content/types.ts";
import type { ReportTable, Section } from "../../core/report/report.ts";
import type { TextChange, TextRecord } from "../state/history.ts";
import { Clipboard } from "./clipboard.ts";
import { becomeContent, contentOf } from "./document.ts";
import { FigureDrop } from "./figure-drop.ts";
import { FigureKey } from "./figure-key.ts";
import { Figure } from "./figure-node.ts";
import type { FigureCells } from "./figure-source.ts";
import { Keys, SectionKeys } from "./keys.ts";
import { Numbers } from "./numbers.ts";
import { Flash, paragraphAt, positionOf, showPosition } from "./places.ts";
import { SCHEMA } from "./schema.ts";
import { applyChange, recordOf } from "./text-history.ts";

/** What the editor tells and asks the window that it is in. */
export interface NarrativeHost {
  readonly cells: FigureCells;
  readonly tables: () => readonly ReportTable[];
  readonly nameOf: (ref: FigureRef) => string;
  /** A change of the text, for the history of undo; at once. */
  readonly record: (record: TextRecord) => void;
  /**
   * The narrative has changed: shortly after it did (several letters may come together), never while an IME
   * composition is open. `steps` are the changes since the last call, in order.
   */
  readonly onChange: (content: Content, sections: readonly Section[], steps: readonly TextChange[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** One sentence for the clerk. */
  readonly say: (sentence: string) => void;
  /** Somebody wants a figure at the cursor. `typed` is true for `#`. */
  readonly pickFigure: (typed: boolean) => void;
  readonly onSelection: () => void;
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

/** How long letters may gather before the rest of the window hears of them. */
const GATHER_MS = 30;

/** Puts an editor for the narrative into `element`. */
export function createNarrativeEditor(element: HTMLElement, content: Content, host: NarrativeHost): NarrativeEditor {
  let untold: TextChange[] = [];
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
      SectionKeys,
      Flash,
      Keys.configure({ undo: host.undo, redo: host.redo }),
      Clipboard.configure({ say: host.say }),
      FigureKey.configure({ pick: host.pickFigure }),
      FigureDrop,
      Dropcursor.configure({ class: "drop-cursor", color: false }),
      Gapcursor,
    ],
    editorProps: {
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
    untold.push(
      record?.redo ?? {
        steps: all.flatMap(({ steps }) => steps.map((step) => step.toJSON())),
        selection: selection.toJSON(),
      },
    );
    gather();
  });

  const gather = () => {
    timer ??= setTimeout(flush, GATHER_MS);
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    // The report keeps its state from before the composition until that is closed.
    if (untold.length === 0 || editor.isDestroyed || editor.view.composing) return;
    const steps = untold;
    untold = [];
    const now = contentOf(editor.state.doc);
    host.onChange(now, sectionsFromContent(now, { tables: host.tables() }), steps);
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
