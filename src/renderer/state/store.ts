import { useSyncExternalStore } from "react";
import { afterFrame } from "./after-frame.ts";

/** When what shows a value is drawn anew: now, or once the frame is painted that shows what the clerk has typed. */
export type Drawing = "at once" | "after the frame";

/** A value with listeners. Values are replaced whole, never changed in place. */
export interface Store<T> {
  readonly get: () => T;
  readonly set: (change: Partial<T>, drawing?: Drawing) => void;
  /** Told of every change at once. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Told when it is time to draw. */
  readonly subscribeToDraw: (listener: () => void) => () => void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const [told, drawn] = [listeners(), listeners()];
  return {
    get: () => value,
    set: (change, drawing = "at once") => {
      value = { ...value, ...change };
      told.tell();
      if (drawing === "at once") drawn.tell();
      else afterFrame(drawn.tell);
    },
    subscribe: told.add,
    subscribeToDraw: drawn.add,
  };
}

function listeners() {
  const all = new Set<() => void>();
  return {
    add: (listener: () => void) => {
      all.add(listener);
      return () => all.delete(listener);
    },
    tell: () => {
      for (const listener of all) listener();
    },
  };
}

/** The part of a store that a component shows; it is drawn again only when that part is another value. */
export function useStore<T extends object, P>(store: Store<T>, part: (value: T) => P): P {
  return useSyncExternalStore(store.subscribeToDraw, () => part(store.get()));
}
