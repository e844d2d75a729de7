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
  "shelf:list",
  "shelf:retry",
  "shelf:restore",
  "shelf:choose-folder",
  "shelf:move",
  "shelf:begin-new",
  "office:save",
  "report:create",
  "report:open",
  "report:go-back",
  "report:save",
  "report:name-version",
  "export:begin",
  "export:choose-folder",
  "export:taken",
  "report:export",
  "export:cancel",
  "export:show",
  "edit:paste",
  "signer:remember",
  "screen:shown",
  "window:look",
  "window:close",
  "window:decide",
] as const;

export type Call = (typeof CALLS)[number];

export const EVENTS = ["source:offered", "source:progress", "export:progress", "window:closing"] as const;

export type Event = (typeof EVENTS)[number];
