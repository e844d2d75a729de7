import { type RefObject, useEffect, useRef } from "react";

/**
 * Answers the system's copy while the keyboard is in `holder`. The browser sends it to the text selection,
 * not to the element with the keyboard, and without a selected text only where somebody takes it beforehand.
 */
export function useCopy(holder: RefObject<HTMLElement | null>, text: () => string | null): void {
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    const mine = () => holder.current?.contains(document.activeElement) === true && latest.current() !== null;
    const before = (event: Event) => {
      if (mine()) event.preventDefault();
    };
    const copy = (event: ClipboardEvent) => {
      if (!mine()) return;
      event.clipboardData?.setData("text/plain", latest.current() ?? "");
      event.preventDefault();
    };
    document.addEventListener("beforecopy", before);
    document.addEventListener("copy", copy);
    return () => {
      document.removeEventListener("beforecopy", before);
      document.removeEventListener("copy", copy);
    };
  }, [holder]);
}
