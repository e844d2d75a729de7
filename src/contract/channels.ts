/**
 * The names of everything the window may ask of the main process, and of everything main tells the
 * window unasked. Plain names, so that the preload script carries no schema.
 */
export const CALLS = [
  "app:start",
  "forms:all",
  "source:choose",
  "source:drop",
  "source:sample",
  "source:read",
  "source:cancel",
  "screen:shown",
  "window:close",
] as const;

export type Call = (typeof CALLS)[number];

export const EVENTS = ["source:offered"] as const;

export type Event = (typeof EVENTS)[number];
