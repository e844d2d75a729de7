import { type RefObject, useEffect, useRef, useState } from "react";
import type { Review } from "./model.ts";
import { type Link, standing } from "./source-pane.tsx";

interface RibbonsProps {
  readonly holder: RefObject<HTMLElement | null>;
  readonly links: readonly Link[];
  readonly review: Review;
}

interface Ribbon {
  readonly id: string;
  readonly look: string;
  /** Top and bottom at the source and at the item, in pixels from the strip's top. */
  readonly ends: readonly [number, number, number, number];
}

const WIDTH = 56;

/** Joins lines of the source with the items about them. Only a picture: each side names the other in words too. */
export function Ribbons({ holder, links, review }: RibbonsProps) {
  const strip = useRef<SVGSVGElement>(null);
  const [ribbons, setRibbons] = useState<readonly Ribbon[]>([]);
  useEffect(() => {
    const panes = holder.current;
    if (!panes) return;
    let frame = 0;
    const measure = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setRibbons(measured(panes, strip.current, links, review)));
    };
    measure();
    const size = new ResizeObserver(measure);
    size.observe(panes);
    panes.addEventListener("scroll", measure, true);
    panes.addEventListener("click", measure);
    return () => {
      cancelAnimationFrame(frame);
      size.disconnect();
      panes.removeEventListener("scroll", measure, true);
      panes.removeEventListener("click", measure);
    };
  }, [holder, links, review]);
  return (
    <svg className="ribbons" ref={strip} aria-hidden="true" focusable="false">
      {ribbons.map(({ id, look, ends: [a, b, c, d] }) => (
        <g key={id} className={look}>
          <path d={`M0 ${a}${bow(0, a, WIDTH, c)}V${d}${bow(WIDTH, d, 0, b)}Z`} />
          <path className="edge" d={`M0 ${a}${bow(0, a, WIDTH, c)}M0 ${b}${bow(0, b, WIDTH, d)}`} />
        </g>
      ))}
    </svg>
  );
}

function bow(_x0: number, y0: number, x1: number, y1: number): string {
  return `C${WIDTH / 2} ${y0} ${WIDTH / 2} ${y1} ${x1} ${y1}`;
}

/** Ribbons whose both ends are in view; the current one is drawn last, over the others. */
function measured(panes: HTMLElement, strip: SVGSVGElement | null, links: readonly Link[], review: Review): Ribbon[] {
  const frame = strip?.getBoundingClientRect();
  if (!frame || frame.width === 0) return [];
  const ribbons = links.flatMap(({ id, lines }): Ribbon[] => {
    const from = lines.flatMap((line) => boxOf(panes, `[data-line="${line}"]`) ?? []);
    const to = boxOf(panes, `[data-item="${CSS.escape(id)}"]`);
    const [first, last] = [from[0], runEnd(from)];
    if (!first || !last || !to) return [];
    const ends = [first.top, last.bottom, to.top, to.bottom].map((y) => y - frame.top);
    const [a = 0, b = 0, c = 0, d = 0] = ends;
    const head = 32;
    if (b < head || a > frame.height || d < head || c > frame.height) return [];
    const within = (y: number) => Math.max(head, Math.min(frame.height, y));
    return [{ id, look: standing(review, id), ends: [within(a), within(b), within(c), within(d)] }];
  });
  return ribbons.sort((x, y) => Number(x.look === "now") - Number(y.look === "now"));
}

/** The last of the lines that follow the first without a gap. */
function runEnd(boxes: readonly DOMRect[]): DOMRect | undefined {
  let end = boxes[0];
  for (const box of boxes.slice(1)) if (end && box.top - end.bottom < 2) end = box;
  return end;
}

function boxOf(panes: HTMLElement, selector: string): DOMRect | null {
  return panes.querySelector(selector)?.getBoundingClientRect() ?? null;
}
