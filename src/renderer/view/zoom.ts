import { useSyncExternalStore } from "react";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";

/** Sizes of the paper that the keys go through. */
const STEPS = [0.5, 0.6, 0.675, 0.75, 0.85, 1, 1.15, 1.25, 1.5, 1.75, 2];

/** The next size up (1) or down (-1) from a factor; the ends hold. */
export function stepZoom(from: number, direction: 1 | -1): number {
  const next =
    direction > 0 ? STEPS.find((step) => step > from + 0.001) : STEPS.findLast((step) => step < from - 0.001);
  return next ?? from;
}

/** The factor in use: the clerk's own, or what the style sheet gives for this width. */
export function currentZoom(): number {
  return ui.get().zoom ?? Number(getComputedStyle(document.documentElement).getPropertyValue("--zoom-fit"));
}

function onWidth(listener: () => void): () => void {
  window.addEventListener("resize", listener);
  // Before this the style sheet may not be there yet.
  window.addEventListener("load", listener);
  return () => {
    window.removeEventListener("resize", listener);
    window.removeEventListener("load", listener);
  };
}

/** The factor in use, for components that show it. */
export function useZoom(): number {
  useStore(ui, (value) => value.zoom);
  return useSyncExternalStore(onWidth, currentZoom);
}
