import { useLayoutEffect, useRef } from "react";
import { useStore } from "../state/store.ts";
import { countPages, pages } from "./pages.ts";

/**
 * Where the pages of the format end: 22 lines each, marked at the edges of the paper. A guide only; the file that is
 * written decides.
 */
export function PageGuides() {
  const place = useRef<HTMLDivElement>(null);
  const count = useStore(pages, (value) => value.count);
  useLayoutEffect(() => {
    const guides = place.current;
    const sheet = guides?.parentElement;
    if (!guides || !sheet) return;
    const measure = () => countPages(sheet, guides);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(sheet);
    return () => watcher.disconnect();
  }, []);
  return (
    // As high as the text of one page: what is counted with.
    <div className="page-guides" ref={place} aria-hidden="true">
      {Array.from({ length: count - 1 }, (_, i) => (
        <i key={`page ${i + 2}`} style={{ top: `${(i + 1) * 100}%` }} data-page={i + 2} />
      ))}
    </div>
  );
}
