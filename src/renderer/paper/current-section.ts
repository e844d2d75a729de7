import { currentKey, cursorInView } from "../editor/places.ts";
import { editing } from "../editor/state.ts";
import { ui } from "../state/ui.ts";

/** Makes the section that the cursor is in the current one. */
export function followCursor(): void {
  const { narrative } = editing.get();
  if (narrative && !narrative.editor.isDestroyed) setCurrent(currentKey(narrative.editor.state));
}

/** Makes the section in view the current one, unless somebody writes in it: then the cursor says which it is. */
export function followScrolling(canvas: HTMLElement): void {
  const { narrative } = editing.get();
  const writing = narrative && !narrative.editor.isDestroyed && narrative.editor.view.hasFocus();
  if (writing && cursorInView(narrative.editor.view, canvas)) return;
  setCurrent(sectionAt(canvas));
}

function setCurrent(key: string | null): void {
  if (key !== null && key !== ui.get().section) ui.set({ section: key });
}

/** The last section that begins above the upper third of the canvas. */
function sectionAt(canvas: HTMLElement): string | null {
  const line = canvas.getBoundingClientRect().top + canvas.clientHeight / 3;
  const atEnd = canvas.scrollTop + canvas.clientHeight >= canvas.scrollHeight - 2;
  const sections = [...canvas.querySelectorAll<HTMLElement>("[data-section]")];
  const chosen = ui.get().section;
  // At the very end a short last section may never reach the line: one that was jumped to stays current.
  if (atEnd && sections.some((section) => section.dataset["section"] === chosen && inView(section, canvas)))
    return chosen;
  const above = sections.findLast((section) => section.getBoundingClientRect().top <= line);
  return (above ?? sections[0])?.dataset["section"] ?? null;
}

function inView(section: HTMLElement, canvas: HTMLElement): boolean {
  const [part, whole] = [section.getBoundingClientRect(), canvas.getBoundingClientRect()];
  return part.top < whole.bottom && part.bottom > whole.top;
}
