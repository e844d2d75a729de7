import { useLayoutEffect, useRef, useState } from "react";

/**
 * Where the pages of the format end: 22 lines each, marked at the edges of the paper. A guide only; the file that is
 * written decides.
 */
export function PageGuides() {
  const place = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState(1);
  useLayoutEffect(() => {
    const sheet = place.current?.parentElement;
    if (!place.current || !sheet) return;
    const count = () => {
      const style = getComputedStyle(sheet);
      const text = sheet.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
      const page = place.current?.clientHeight ?? 0;
      if (page > 0) setPages(Math.max(1, Math.ceil((text - 1) / page)));
    };
    count();
    const watcher = new ResizeObserver(count);
    watcher.observe(sheet);
    return () => watcher.disconnect();
  }, []);
  return (
    // As high as the text of one page: what is counted with.
    <div className="page-guides" ref={place} aria-hidden="true">
      {Array.from({ length: pages - 1 }, (_, i) => (
        <i key={`page ${i + 2}`} style={{ top: `${(i + 1) * 100}%` }} data-page={i + 2} />
      ))}
    </div>
  );
}
