import { useEffect } from "react";
import { call } from "../bridge.ts";
import { shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";

const SYSTEM = "(prefers-contrast: more), (forced-colors: active)";

/** The system wants more contrast, or replaces all colours. */
export function systemIsDark(): boolean {
  return matchMedia(SYSTEM).matches;
}

/** Puts the contrast theme on the root as the system or the clerk wants it, and the size of the paper; main remembers both. */
export function useTheme(): void {
  const contrast = useStore(ui, (value) => value.contrast);
  const zoom = useStore(ui, (value) => value.zoom);
  // Before that, what was remembered is not known here.
  const begun = useStore(shown, ({ screen }) => screen.kind !== "starting");
  useEffect(() => {
    const system = matchMedia(SYSTEM);
    const apply = () => {
      const dark = contrast === null ? system.matches : contrast === "on";
      if (dark) document.documentElement.dataset["theme"] = "contrast";
      else delete document.documentElement.dataset["theme"];
      if (begun) void call["window:look"]({ contrast, zoom, dark });
    };
    apply();
    system.addEventListener("change", apply);
    return () => system.removeEventListener("change", apply);
  }, [contrast, zoom, begun]);
  useEffect(() => {
    const { style } = document.documentElement;
    if (zoom === null) style.removeProperty("--zoom");
    else style.setProperty("--zoom", String(zoom));
  }, [zoom]);
}
