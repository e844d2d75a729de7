import type { Command } from "@tiptap/pm/state";
import type { Content } from "../../core/content/types.ts";
import { contentOf } from "./document.ts";
import type { NarrativeEditor } from "./narrative.ts";
import { editing } from "./state.ts";

/** Does something with the text that is open; `null` without one, and while a composition is open. */
export function withEditor<T>(action: (narrative: NarrativeEditor) => T): T | null {
  const { narrative } = editing.get();
  return narrative && !narrative.editor.isDestroyed && !narrative.editor.view.composing ? action(narrative) : null;
}

/** Runs a ProseMirror command and gives the keyboard back to the text. */
export function run(command: Command): void {
  withEditor(({ editor }) => {
    command(editor.state, editor.view.dispatch, editor.view);
    editor.view.focus();
  });
}

/** True where a ProseMirror command would do something. */
export function can(command: Command): boolean {
  return withEditor(({ editor }) => command(editor.state)) ?? false;
}

/** The section that the cursor is in. */
export function currentSection(): number {
  return withEditor(({ editor }) => editor.state.selection.$from.index(0)) ?? 0;
}

/** The narrative at this moment; `null` without an editor. */
export function contentNow(): Content | null {
  const { narrative } = editing.get();
  return narrative && !narrative.editor.isDestroyed ? contentOf(narrative.editor.state.doc) : null;
}
