import type { Command } from "../commands/command.ts";
import { SECTION } from "../commands/section.ts";
import { withEditor } from "../editor/open-editor.ts";
import {
  addSectionAfter,
  canMoveTo,
  canRemove,
  finishSection,
  isFinished,
  moveSectionTo,
  removeSectionAt,
  renameSectionAt,
} from "../editor/section-actions.ts";

/** What the outline's menu offers for the section at `index`; each key works on the row that has the keyboard. */
export function sectionMenu(index: number): readonly (Command | null)[] {
  return [...actions(index), null, SECTION.restore, SECTION.renumber];
}

function actions(index: number): readonly (Command | null)[] {
  return [
    {
      label: "已写完",
      keys: "空格",
      on: () => isFinished(index),
      run: () => finishSection(index, !isFinished(index)),
    },
    null,
    { label: "改标题", keys: "F2", run: () => renameSectionAt(index) },
    {
      label: "上移",
      keys: "Alt+↑",
      can: () => canMoveTo(index, index - 1),
      run: () => moveRow(index, index - 1),
    },
    {
      label: "下移",
      keys: "Alt+↓",
      can: () => canMoveTo(index, index + 1),
      run: () => moveRow(index, index + 1),
    },
    { label: "在后面新增一部分", keys: "Insert", run: () => addSectionAfter(index) },
    { label: "删除", keys: "Delete", can: canRemove, run: () => removeSectionAt(index, "stay") },
  ];
}

/** The keyboard goes with the row. */
function moveRow(from: number, to: number): void {
  moveSectionTo(from, to, "stay");
  // The outline shows what the report says.
  withEditor(({ flush }) => flush());
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`.outline [data-index="${to}"] button`)?.focus());
}

/** Runs the action of a key for the section at `index`; `true` when there was one. */
export function sectionKey(event: KeyboardEvent, index: number): boolean {
  const key = event.key === " " ? "空格" : event.key.replace("ArrowUp", "↑").replace("ArrowDown", "↓");
  const pressed = (event.altKey ? "Alt+" : "") + key;
  const action = actions(index).find((one) => one?.keys === pressed);
  if (!action) return false;
  if (action.can?.() !== false) action.run();
  return true;
}
