import { useEffect } from "react";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";

const SYSTEM = "(prefers-contrast: more), (forced-colors: active)";

/** Puts the contrast theme on the root as the system or the clerk wants it, and the size of the paper. */
export function useTheme(): void {
  const contrast = useStore(ui, (value) => value.contrast);
  const zoom = useStore(ui, (value) => value.zoom);
  useEffect(() => {
    const system = matchMedia(SYSTEM);
    const apply = () => {
      if (contrast ?? system.matches) document.documentElement.dataset["theme"] = "contrast";
      else delete document.documentElement.dataset["theme"];
    };
    apply();
    system.addEventListener("change", apply);
    return () => system.removeEventListener("change", apply);
  }, [contrast]);
  useEffect(() => {
    const { style } = document.documentElement;
    if (zoom === null) style.removeProperty("--zoom");
    else style.setProperty("--zoom", String(zoom));
  }, [zoom]);
}
