import type { SettingsFile } from "./settings.ts";

/** Which report of the database is on the screen, so that a crash of the page or of the program leads back to it. */
export interface LastOpen {
  /**
   * The report that was on the screen when the page ended. It is forgotten by that: one that brings the page down is
   * not opened again and again.
   */
  readonly take: () => string | null;
  /** `null`: no report, or one that is only looked at. */
  readonly shown: (id: string | null) => void;
}

/** Kept in the settings; whoever ends the program in good order clears it there. */
export function rememberOpen(settings: SettingsFile): LastOpen {
  const keep = (open: string | null) => {
    if (open !== settings.get().open) void settings.set({ open });
  };
  return {
    take: () => {
      const { open } = settings.get();
      keep(null);
      return open;
    },
    shown: keep,
  };
}
