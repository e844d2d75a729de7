import { createStore, type Store } from "./store.ts";

/**
 * Undo and redo of everything that a clerk changes, text and table, in one order of time. Text is held as
 * steps of the editor's document in JSON, everything else as an edit of the report and its inverse.
 */

/** A change of the text: its steps in the order in which they are applied, and the selection after them. */
export interface TextChange {
  readonly steps: readonly unknown[];
  readonly selection: unknown;
}

export interface TextEntry {
  readonly kind: "text";
  readonly undo: TextChange;
  readonly redo: TextChange;
}

export interface EditEntry<E> {
  readonly kind: "edit";
  readonly undo: E;
  readonly redo: E;
}

export type Entry<E> = TextEntry | EditEntry<E>;

/** A change of the text as the editor reports it. */
export interface TextRecord extends Omit<TextEntry, "kind"> {
  /** Milliseconds. */
  readonly at: number;
  /** Where it changed the text, in the document before it; `null` when it is no typing. */
  readonly before: Range | null;
  /** The same place in the document after it. */
  readonly after: Range | null;
  /** Changes of one IME composition carry its number and are one entry. */
  readonly composition?: number;
  /** It makes room for a composition that begins now, and is one entry with it. */
  readonly leads?: true;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Who carries entries out. `false` when it cannot be done now (a composition is open): the entry stays. */
export interface HistoryTargets<E> {
  readonly text: (change: TextChange) => boolean;
  readonly edit: (edit: E) => boolean;
}

export interface History<E> {
  readonly recordText: (record: TextRecord) => void;
  /** Edits of one `run` that follow each other (a cell being typed into) are one entry: the last stands. */
  readonly recordEdit: (entry: Omit<EditEntry<E>, "kind">, run?: object) => void;
  /** Undoes the edits of a run, when nothing was done since. */
  readonly takeBack: (run: object) => boolean;
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  /** What is typed next is an entry of its own (the cursor was moved, the pane was left). */
  readonly seal: () => void;
  readonly clear: () => void;
  readonly state: Store<HistoryState>;
}

export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Typing without a pause this long is undone as one. */
const PAUSE_MS = 500;
/** Older entries are forgotten: a day's work. */
const MOST = 2_000;

export function createHistory<E>(targets: HistoryTargets<E>): History<E> {
  let done: Entry<E>[] = [];
  let undone: Entry<E>[] = [];
  /** The typing that the last entry holds, while it can still grow. */
  let open: Open | null = null;
  /** The run that the last entry belongs to, while it can still grow. */
  let running: object | null = null;
  const state = createStore<HistoryState>({ canUndo: false, canRedo: false });

  const tell = () => {
    const next = { canUndo: done.length > 0, canRedo: undone.length > 0 };
    const now = state.get();
    if (next.canUndo !== now.canUndo || next.canRedo !== now.canRedo) state.set(next);
  };
  const push = (entry: Entry<E>) => {
    done.push(entry);
    if (done.length > MOST) done = done.slice(-MOST);
    undone = [];
    tell();
  };
  const carryOut = (entry: Entry<E>, way: "undo" | "redo") =>
    entry.kind === "text" ? targets.text(entry[way]) : targets.edit(entry[way]);

  const seal = () => {
    open = null;
    running = null;
  };
  const undo = () => {
    const entry = done.at(-1);
    // What cannot be done now changes nothing: an open composition stays one entry.
    if (!entry || !carryOut(entry, "undo")) return false;
    seal();
    done.pop();
    undone.push(entry);
    tell();
    return true;
  };

  return {
    recordText: (record) => {
      running = null;
      const last = done.at(-1);
      if (last?.kind === "text" && open && goesOn(open, record)) {
        done[done.length - 1] = joined(last, record);
        undone = [];
        tell();
      } else push({ kind: "text", undo: record.undo, redo: record.redo });
      open = record.after || record.composition !== undefined || record.leads ? record : null;
    },
    recordEdit: (entry, run) => {
      open = null;
      const last = done.at(-1);
      if (run !== undefined && run === running && last?.kind === "edit") {
        done[done.length - 1] = { ...last, redo: entry.redo };
        undone = [];
        tell();
      } else push({ kind: "edit", ...entry });
      running = run ?? null;
    },
    takeBack: (run) => run === running && undo(),
    undo,
    redo: () => {
      const entry = undone.at(-1);
      if (!entry || !carryOut(entry, "redo")) return false;
      seal();
      undone.pop();
      done.push(entry);
      tell();
      return true;
    },
    seal,
    clear: () => {
      done = [];
      undone = [];
      seal();
      tell();
    },
    state,
  };
}

/** What is known of the typing that the last entry holds. */
type Open = Pick<TextRecord, "at" | "after" | "composition" | "leads">;

/** True when a change carries on the typing before it: soon after, and where that left off. */
function goesOn(open: Open, next: TextRecord): boolean {
  if (open.leads && next.composition !== undefined) return true;
  if (open.composition !== undefined && open.composition === next.composition) return true;
  if (next.at - open.at >= PAUSE_MS || !open.after || !next.before) return false;
  return next.before.from <= open.after.to && next.before.to >= open.after.from;
}

function joined(first: TextEntry, second: TextRecord): TextEntry {
  return {
    kind: "text",
    undo: { steps: [...second.undo.steps, ...first.undo.steps], selection: first.undo.selection },
    redo: { steps: [...first.redo.steps, ...second.redo.steps], selection: second.redo.selection },
  };
}
