import { useEffect, useState } from "react";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import { beginReview, nextWaiting, type Review } from "./model.ts";

export interface Reviewing {
  readonly review: Review;
  /** Changes the review; changes of the same `slot` in a row are taken back as one. */
  readonly act: (change: (now: Review) => Review, slot?: string) => void;
  readonly undo: () => void;
  readonly canUndo: boolean;
  /** The next item that waits. */
  readonly next: () => void;
}

interface State {
  readonly now: Review;
  readonly past: readonly Review[];
  readonly slot: string | undefined;
}

/** The review of one file, with what was answered before; F8 goes on, Ctrl+Z takes back. */
export function useReview(report: Report, form: Form): Reviewing {
  const [{ now, past }, setState] = useState<State>(() => ({
    now: beginReview(report, form),
    past: [],
    slot: undefined,
  }));
  const [actions] = useState(() => ({
    act: (change: (now: Review) => Review, slot?: string) =>
      setState((state) => changed(state, change(state.now), slot)),
    undo: () =>
      setState((state) => {
        const before = state.past.at(-1);
        return before ? { now: before, past: state.past.slice(0, -1), slot: undefined } : state;
      }),
    next: () =>
      setState((state) => ({ ...state, now: { ...state.now, current: nextWaiting(state.now, state.now.current) } })),
  }));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const inField = event.target instanceof HTMLInputElement && event.target.type === "text";
      if (event.key === "F8") actions.next();
      else if (event.ctrlKey && event.key.toLowerCase() === "z" && !inField) actions.undo();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [actions]);
  return { review: now, canUndo: past.length > 0, ...actions };
}

function changed({ now, past, slot: last }: State, next: Review, slot: string | undefined): State {
  const said =
    next.words !== now.words || next.cells !== now.cells || next.sections !== now.sections || next.goals !== now.goals;
  if (!said) return { now: next, past, slot: last };
  return { now: next, past: slot !== undefined && slot === last ? past : [...past, now], slot };
}
