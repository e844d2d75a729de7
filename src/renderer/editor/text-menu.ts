import { NodeSelection, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Command } from "../commands/command.ts";
import { EDIT } from "../commands/edit.ts";
import { FORMAT } from "../commands/format.ts";
import { INSERT } from "../commands/insert.ts";
import { STALE } from "../commands/stale.ts";
import { TEXT_TABLE } from "../commands/text-table.ts";
import { openMenu } from "../shell/context-menu.tsx";

/** Opens the menu of the text where the pointer is, or at the cursor when it was asked for by key. */
export function openTextMenu(view: EditorView, event: MouseEvent): boolean {
  if (view.composing) return false;
  if (event.button === 2) selectAt(view, event);
  const { left, bottom } = view.coordsAtPos(view.state.selection.head);
  const byKey = event.button !== 2;
  openMenu("正文", items(), byKey ? { x: left, y: bottom } : { x: event.clientX, y: event.clientY });
  event.preventDefault();
  return true;
}

/** A press on a number means the number; one outside the selection puts the cursor there. */
function selectAt(view: EditorView, { clientX, clientY }: MouseEvent): void {
  const { doc, selection, tr } = view.state;
  const at = view.posAtCoords({ left: clientX, top: clientY });
  if (!at) return;
  if (at.inside >= 0 && doc.nodeAt(at.inside)?.type.name === "figure") {
    view.dispatch(tr.setSelection(NodeSelection.create(doc, at.inside)));
  } else if (at.pos < selection.from || at.pos > selection.to) {
    view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(at.pos))));
  }
}

/** What can be done here; groups that make no sense here are left out. */
function items(): readonly (Command | null)[] {
  const groups: readonly (readonly Command[])[] = [
    [STALE.rewrite, STALE.keep],
    [FORMAT.figureArabic, FORMAT.figureChinese, FORMAT.figureRelease],
    [EDIT.cut, EDIT.copy, EDIT.paste, EDIT.pasteText],
    [INSERT.figure, INSERT.table, FORMAT.bold],
    Object.values<Command>(TEXT_TABLE),
  ];
  const shown = groups.filter((group, i) => i === 2 || i === 3 || group.some(({ can }) => can?.() !== false));
  return shown.flatMap((group, i): readonly (Command | null)[] => (i > 0 ? [null, ...group] : group));
}
