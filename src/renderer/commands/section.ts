import { hasText } from "../editor/at-cursor.ts";
import { currentSection } from "../editor/open-editor.ts";
import {
  canMoveTo,
  canRemove,
  finishSection,
  isFinished,
  moveSectionTo,
  removeSectionAt,
  renameSectionAt,
  renumberAll,
  restorable,
  restoreSectionOf,
} from "../editor/section-actions.ts";
import { openMenu } from "../shell/context-menu.tsx";
import { storedReport } from "../state/screen.ts";
import type { Commands } from "./command.ts";

/** The section that the cursor is in, as a whole. */
export const SECTION = {
  finish: {
    label: "本部分已写完",
    can: hasText,
    on: () => isFinished(currentSection()),
    run: () => finishSection(currentSection(), !isFinished(currentSection())),
  },
  rename: { label: "改本部分的标题", can: hasText, run: () => renameSectionAt(currentSection()) },
  up: {
    label: "本部分上移",
    keys: "Alt+Shift+↑",
    pane: "paper",
    can: () => canMoveTo(currentSection(), currentSection() - 1),
    run: () => moveSectionTo(currentSection(), currentSection() - 1),
  },
  down: {
    label: "本部分下移",
    keys: "Alt+Shift+↓",
    pane: "paper",
    can: () => canMoveTo(currentSection(), currentSection() + 1),
    run: () => moveSectionTo(currentSection(), currentSection() + 1),
  },
  remove: { label: "删除本部分", can: canRemove, run: () => removeSectionAt(currentSection()) },
  restore: {
    label: "恢复部分…",
    can: () => {
      const form = storedReport()?.form;
      return form !== undefined && restorable(form).length > 0;
    },
    run: offerRestorable,
  },
  renumber: { label: "重新编号", can: hasText, run: renumberAll },
} as const satisfies Commands;

/** Opens the list of what can be put back below the outline's head. */
function offerRestorable(): void {
  const form = storedReport()?.form;
  const box = document.querySelector("[data-pane=outline] .pane-head")?.getBoundingClientRect();
  if (!form) return;
  openMenu(
    "恢复部分",
    restorable(form).map(({ key, title }) => ({ label: `恢复“${title}”`, run: () => restoreSectionOf(key, form) })),
    { x: box?.left ?? 0, y: box?.bottom ?? 0 },
  );
}
