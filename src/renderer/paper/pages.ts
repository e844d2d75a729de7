import { createStore } from "../state/store.ts";

/** About where one is in the text, in pages of the format; an annex begins a page of its own and is not counted. */
export const pages = createStore<{ readonly page: number; readonly count: number }>({ page: 1, count: 1 });

/** Counts the pages of a sheet whose guides are as high as the text of one page. */
export function countPages(sheet: HTMLElement, guides: HTMLElement): void {
  const style = getComputedStyle(sheet);
  const text = sheet.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
  const page = guides.clientHeight;
  const count = page > 0 ? Math.max(1, Math.ceil((text - 1) / page)) : 1;
  if (count !== pages.get().count) pages.set({ count, page: Math.min(pages.get().page, count) });
}

/** The page whose text is in the middle of the canvas. */
export function followPages(canvas: HTMLElement): void {
  const guides = canvas.querySelector(".page-guides");
  if (!guides) return;
  const box = canvas.getBoundingClientRect();
  const { top, height } = guides.getBoundingClientRect();
  const at = Math.ceil((box.top + canvas.clientHeight / 2 - top) / height);
  const page = Math.min(pages.get().count, Math.max(1, at));
  if (page !== pages.get().page) pages.set({ page });
}
