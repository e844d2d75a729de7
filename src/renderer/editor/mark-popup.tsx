import { NodeSelection } from "@tiptap/pm/state";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { offerLabel } from "../../core/carry/offers.ts";
import { figureText } from "../../core/content/figure.ts";
import type { Form } from "../../core/form/form.ts";
import { STALE } from "../commands/stale.ts";
import { goTo } from "../state/jump.ts";
import { useStore } from "../state/store.ts";
import type { View } from "../view/view.ts";
import { figureAtCursor, formatFigure, releaseFigure, type SelectedFigure } from "./figure-actions.ts";
import { figureName } from "./figure-items.ts";
import { run } from "./open-editor.ts";
import { keepStale, rewriteStale, type StaleHere, staleHere } from "./stale-actions.ts";
import { editing, figureCells } from "./state.ts";

interface MarkPopupProps {
  readonly form: Form;
  readonly view: View;
}

/**
 * What can be done with the mark or the number that the selection is in, below it on the paper. Tab goes from the
 * text to its buttons, Esc back.
 */
export function MarkPopup({ form, view }: MarkPopupProps) {
  useStore(editing, (value) => value.moment);
  const narrative = useStore(editing, (value) => value.narrative);
  if (!narrative || narrative.editor.isDestroyed) return null;
  const figure = narrative.editor.state.selection instanceof NodeSelection ? figureAtCursor() : null;
  if (figure) {
    return (
      <Below pos={figure.pos} label="统计表里的数字">
        <FigureActions figure={figure} form={form} view={view} />
      </Below>
    );
  }
  const stale = staleHere();
  return (
    stale && (
      <Below pos={stale.range.from} label="待更新">
        <StaleActions here={stale} />
      </Below>
    )
  );
}

/** Takes the keyboard from the text to the first button; `false` where nothing floats. */
export function focusPopup(): boolean {
  const button = document.querySelector<HTMLElement>(".mark-popup button:not(:disabled)");
  button?.focus();
  return button !== null;
}

function StaleActions({ here }: { readonly here: StaleHere }) {
  const { nth, count, offers, range } = here;
  return (
    <>
      <span>待更新：{range.reason}</span>
      {offers.map((offer, i) => (
        <button
          type="button"
          key={offerLabel(offer)}
          className={i === 0 ? "button primary small" : "button small"}
          title={`${offerLabel(offer)}，再看下一处${i === 0 ? ` ${STALE.rewrite.keys}` : ""}`}
          onClick={() => rewriteStale(offer)}
        >
          <span className="cut">{offerLabel(offer)}</span>
        </button>
      ))}
      <button
        type="button"
        className={offers.length === 0 ? "button primary small" : "button small"}
        title="选中这几个字，直接打字改写"
        onClick={() => rewriteStale(null)}
      >
        改写
      </button>
      <button type="button" className="button small" title={`不改，再看下一处 ${STALE.keep.keys}`} onClick={keepStale}>
        保留不变
      </button>
      <span className="t3">
        {nth} / {count}
      </span>
    </>
  );
}

function FigureActions({ figure, form, view }: MarkPopupProps & { readonly figure: SelectedFigure }) {
  const { ref } = figure;
  const lookup = figureCells.get();
  const cell = lookup(ref);
  const other = ref.format === "arabic" ? "chinese" : "arabic";
  const blank = !cell || cell.state === "blank";
  return (
    <>
      <span className="cut">{figureName(form, lookup, ref)}</span>
      {blank && <span className="severity warning">表里还没有填</span>}
      <button type="button" className="button small" onClick={() => goTo({ kind: "cell", place: ref }, view, true)}>
        到表中
      </button>
      <button type="button" className="button small" disabled={blank} onClick={() => formatFigure(other)}>
        写成 {blank ? (other === "arabic" ? "7" : "七") : figureText(cell, other)}
      </button>
      <button type="button" className="button small" title="以后不再跟着表变" onClick={releaseFigure}>
        改成普通文字
      </button>
    </>
  );
}

interface BelowProps {
  /** A position of the document. */
  readonly pos: number;
  readonly label: string;
  readonly children: ReactNode;
}

/** Floats below a place of the text and moves with it; above it where there is no room below. */
function Below({ pos, label, children }: BelowProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { narrative } = editing.get();
    const frame = box.current?.parentElement;
    if (!box.current || !frame || !narrative || narrative.editor.isDestroyed) return;
    const place = () => {
      if (!box.current || narrative.editor.isDestroyed) return;
      const { left, top, bottom } = narrative.editor.view.coordsAtPos(pos, 1);
      const around = frame.getBoundingClientRect();
      const pane = frame.closest(".canvas") ?? frame;
      const edge = pane.getBoundingClientRect();
      box.current.style.maxWidth = `${pane.clientWidth - 2 * GAP}px`;
      const { width, height } = box.current.getBoundingClientRect();
      const fitsBelow = bottom + height + GAP < edge.top + pane.clientHeight || top - height - GAP < edge.top;
      // Beyond the margins of the text it may reach, but not out of the pane.
      const x = Math.max(edge.left + GAP, Math.min(left - GAP, edge.left + pane.clientWidth - width - GAP));
      box.current.style.left = `${x - around.left}px`;
      box.current.style.top = `${(fitsBelow ? bottom + GAP : top - height - GAP) - around.top}px`;
    };
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(frame);
    return () => watcher.disconnect();
  });
  return (
    <div
      className="mark-popup"
      role="toolbar"
      aria-label={label}
      ref={box}
      // The text keeps its selection: the buttons speak of it.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        run(() => true);
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {children}
    </div>
  );
}

const GAP = 8;
