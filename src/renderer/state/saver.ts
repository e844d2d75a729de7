import type { Answer, Failure } from "../../contract/answer.ts";
import type { Saved } from "../../contract/reports.ts";

/** What the status bar says. Only the store's answer makes `saved`. */
export type SaveState =
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "saving" }
  /** Stays until a later save succeeds. After a `conflict` none is tried any more. */
  | { readonly kind: "unsaved"; readonly error: Failure };

export interface SaverOptions<T> {
  /** The state that is on the disk already. */
  readonly saved: Saved;
  /** Hands one state to the store; resolves after the commit. */
  readonly send: (base: number, state: T) => Promise<Answer<Saved>>;
  readonly tell: (state: SaveState) => void;
}

export interface Saver<T> {
  /** The clerk has changed something; `state` is everything as it is now. */
  readonly changed: (state: T) => void;
  /** An IME composition begins or ends. What is being composed is never sent, what was there before may be. */
  readonly composing: (open: boolean) => void;
  /** Sends what is not saved yet, now. `true` when everything that may be sent is on the disk. */
  readonly flush: () => Promise<boolean>;
  /** Sends nothing more. */
  readonly stop: () => void;
}

/** A change waits this long for others; the rest of the second is for the commit. */
export const THROTTLE_MS = 600;
/** After a failure the next try is made by itself. */
export const RETRY_MS = 3_000;

/**
 * Saves one report: at most a second after a change, also while changes go on; one save at a time, each based on
 * the one before. States are immutable values, compared by identity.
 */
export function createSaver<T>({ saved, send, tell }: SaverOptions<T>): Saver<T> {
  let base = saved.revision;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let latest: T | null = null;
  /** While a composition is open: the state before it, `null` when that was saved. */
  let before: { readonly state: T | null } | null = null;
  let running: Promise<boolean> | null = null;
  /** The last save failed: that stays said until one succeeds. */
  let failed = false;
  let conflict = false;
  let stopped = false;

  const waiting = () => (before ? before.state : latest);
  const wait = (milliseconds: number) => {
    if (stopped || conflict || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      void sendWaiting();
    }, milliseconds);
  };
  const forget = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };

  /** The waiting state and whatever is changed meanwhile and is due, one after the other. */
  function sendWaiting(): Promise<boolean> {
    if (running) return running.then(sendWaiting);
    const state = waiting();
    if (state === null) return Promise.resolve(true);
    if (stopped || conflict) return Promise.resolve(false);
    forget();
    running = commit(state).finally(() => {
      running = null;
    });
    return running;
  }

  async function commit(state: T): Promise<boolean> {
    const answer = await send(base, state).catch(
      (): Answer<Saved> => ({ ok: false, error: { code: "internal", message: "程序内部没有接通，请稍等。" } }),
    );
    if (!answer.ok) {
      conflict = answer.error.code === "conflict";
      failed = true;
      tell({ kind: "unsaved", error: answer.error });
      wait(RETRY_MS);
      return false;
    }
    base = answer.value.revision;
    failed = false;
    if (latest === state) latest = null;
    if (before?.state === state) before = { state: null };
    if (waiting() === null) tell({ kind: "saved", at: answer.value.at });
    else {
      wait(THROTTLE_MS);
      tell({ kind: "saving" });
    }
    return true;
  }

  return {
    changed: (state) => {
      latest = state;
      if (before) return;
      if (!failed) tell({ kind: "saving" });
      wait(THROTTLE_MS);
    },
    composing: (open) => {
      if (open) before ??= { state: latest };
      else if (before) {
        before = null;
        if (latest === null) return;
        if (!failed) tell({ kind: "saving" });
        wait(THROTTLE_MS);
      }
    },
    flush: async () => {
      while (waiting() !== null) if (!(await sendWaiting())) return false;
      return running ?? true;
    },
    stop: () => {
      stopped = true;
      forget();
    },
  };
}
