import type { ChainedCommands } from "@tiptap/core";
import { withEditor } from "./open-editor.ts";
import { type Style, styleAt } from "./ranks.ts";

/** What stands at the cursor, for menus and buttons. */

export function hasText(): boolean {
  return withEditor(() => true) ?? false;
}

/** The style at the cursor; `null` in lists and tables, and without a text. */
export function styleNow(): Style | null {
  return withEditor(({ editor: { state } }) => styleAt(state.doc, state.selection.from));
}

/** Whether the cursor is in such a node or mark. */
export function isActive(name: string, attributes: Readonly<Record<string, unknown>> = {}): boolean {
  return withEditor(({ editor }) => editor.isActive(name, attributes)) ?? false;
}

/** A change made of tiptap's own commands; the keyboard goes back to the text, at once. */
export function chained(change: (chain: ChainedCommands) => ChainedCommands): () => void {
  return () =>
    void withEditor(({ editor }) => {
      change(editor.chain()).run();
      editor.view.focus();
    });
}
