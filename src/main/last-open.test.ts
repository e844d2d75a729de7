import { expect, it } from "vitest";
import { rememberOpen } from "./last-open.ts";
import { NO_SETTINGS, type Settings, type SettingsFile } from "./settings.ts";

function settingsOf(open: string | null): SettingsFile {
  let settings: Settings = { ...NO_SETTINGS, open };
  return {
    get: () => settings,
    set: async (change) => {
      settings = { ...settings, ...change };
    },
  };
}

it("leads back to the report that was on the screen, once", () => {
  const settings = settingsOf(null);
  const last = rememberOpen(settings);
  last.shown("a");
  expect(settings.get().open).toBe("a");
  // The program starts again.
  const next = rememberOpen(settings);
  expect(next.take()).toBe("a");
  // And again, before anything was shown.
  expect(rememberOpen(settings).take()).toBeNull();
});

it("leads nowhere where none was", () => {
  const last = rememberOpen(settingsOf("a"));
  last.shown(null);
  expect(last.take()).toBeNull();
});
