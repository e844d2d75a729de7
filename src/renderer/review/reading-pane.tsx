import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { Icon } from "../parts/icon.tsx";
import { ItemView } from "./item-view.tsx";
import { needsWord } from "./items.ts";
import { nameOfWhy } from "./names.ts";
import type { Link } from "./source-pane.tsx";
import { SureList } from "./sure-list.tsx";
import type { Reviewing } from "./use-review.ts";

interface ReadingPaneProps {
  readonly reviewing: Reviewing;
  readonly links: readonly Link[];
  /** What the office's particulars will fill in, in words. */
  readonly filledIn: readonly string[];
  /** Stands before everything that was read without doubt. */
  readonly children: ReactNode;
}

/** What was understood: the uncertain first, each with its answer; then what is only told, then what is sure. */
export function ReadingPane({ reviewing, links, filledIn, children }: ReadingPaneProps) {
  const { review, undo, canUndo, next } = reviewing;
  const { report, items, current } = review;
  const list = useRef<HTMLOListElement>(null);
  const uncertain = items.filter(needsWord);
  const told = items.filter((item) => !needsWord(item));
  const dropped = report.dropped.map(({ text, why }) => `${text}（${nameOfWhy(why)}）`);
  useFollow(list, current, current === null ? 0 : (review.words[current]?.choice ?? 0));
  return (
    <section className="understood" aria-label="读成" data-review="understood">
      <div className="pane-head">
        <h2>读成这样</h2>
        <span className="grow" />
        {canUndo && (
          <button type="button" className="button flat small" onClick={undo} title="撤销上一个回答 Ctrl+Z">
            <Icon name="undo" />
            撤销
          </button>
        )}
        {current !== null && (
          <>
            <button type="button" className="link" onClick={next}>
              下一处
            </button>
            <kbd>F8</kbd>
          </>
        )}
      </div>
      <div className="scroll items-holder">
        {uncertain.length > 0 && (
          <>
            <h3 className="group">
              <span className="severity warning">
                <Icon name="warning" small />
              </span>
              没把握 <span className="t3">{uncertain.length}</span>
            </h3>
            <ol className="items" ref={list}>
              {uncertain.map((item, i) => (
                <ItemView key={item.id} item={item} mark={i + 1} where={links[i]?.where ?? ""} reviewing={reviewing} />
              ))}
            </ol>
          </>
        )}
        {children}
        {told.length > 0 && <Told title="说明" texts={told.flatMap(({ texts }) => texts)} />}
        {filledIn.length > 0 && <Told title="文件里空着，照单位信息填" texts={filledIn} />}
        {dropped.length > 0 && <Told title="不带进报告" texts={dropped} />}
        {report.sections.length + report.tables.length > 0 && <SureList reviewing={reviewing} />}
      </div>
    </section>
  );
}

/** The item in work comes into view. Where the keyboard was in the list it goes along, at the end to the last button. */
function useFollow(list: RefObject<HTMLOListElement | null>, current: string | null, choice: number): void {
  const before = useRef(current);
  // Another choice makes the item taller.
  useEffect(() => {
    list.current?.querySelector(".now")?.scrollIntoView({ block: "nearest" });
  }, [list, current, choice]);
  useEffect(() => {
    const now = list.current?.querySelector(".now");
    if (before.current === current) return;
    before.current = current;
    const here = document.activeElement;
    // A confirmed item's button is gone, and the keyboard with it.
    if (here !== document.body && !list.current?.contains(here)) return;
    if (now?.contains(here)) return;
    // Where there is room for one pane only, the last button is shown first.
    requestAnimationFrame(() => {
      const goal = now?.querySelector<HTMLElement>("[data-confirm]");
      (goal ?? document.querySelector<HTMLElement>("[data-put-in]"))?.focus({ preventScroll: true });
    });
  }, [list, current]);
}

function Told({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return (
    <>
      <h3 className="group">
        <Icon name="info" small />
        {title} <span className="t3">{texts.length}</span>
      </h3>
      <ul className="told">
        {texts.map((text, i) => (
          <li key={`${i} ${text}`}>{text}</li>
        ))}
      </ul>
    </>
  );
}
