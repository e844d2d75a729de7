import type { Page } from "playwright-core";

/** What can be checked of a page without looking at it: where the keyboard is, and whether everything can be reached. */

export interface Stop {
  /** What a screen reader would call it, roughly. */
  readonly name: string;
  /** That the keyboard is here shows: a ring, a caret in a text, the grid's own frame. */
  readonly seen: boolean;
  readonly inWindow: boolean;
}

/** Presses Tab until the keyboard is where it began, and tells each stop. */
export async function tabStops(page: Page, most = 60): Promise<Stop[]> {
  const stops: Stop[] = [];
  await page.evaluate(() =>
    document.querySelectorAll("[data-was-here]").forEach((one) => one.removeAttribute("data-was-here")),
  );
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(lookAtFocus);
    if (stop === "been here") return stops;
    if (stop !== "window") stops.push(stop);
  }
  throw new Error(`Tab does not come round: ${stops.map(({ name }) => name).join(", ")}`);
}

/** Runs in the page. */
function lookAtFocus(): Stop | "been here" | "window" {
  const here = document.activeElement;
  if (!(here instanceof HTMLElement) || here === document.body) return "window";
  if (here.dataset["wasHere"] !== undefined) return "been here";
  here.dataset["wasHere"] = "";
  const ringed = (element: Element | null): boolean => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    const outlined = outlineStyle !== "none" && outlineWidth !== "0px" && !/, 0\)$|transparent/.test(outlineColor);
    return outlined || boxShadow !== "none";
  };
  // Text and grid show a caret or a frame of their own; a row of a list wears the ring for the button in it.
  const own = here.isContentEditable || here.closest('[role="treegrid"], [data-pane="grid"] .cells') !== null;
  const { left, top, right, bottom } = here.getBoundingClientRect();
  const inWindow = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  const label =
    here.getAttribute("aria-label") ?? (here instanceof HTMLInputElement ? here.labels?.[0]?.innerText : null);
  return {
    name: (label ?? here.innerText ?? here.tagName).trim().slice(0, 40),
    seen: own || ringed(here) || ringed(here.closest("tr, li, [role=row]")),
    inWindow,
  };
}

/**
 * Everything that stands where it cannot be scrolled to: controls and texts beyond the window's edge or cut off by a
 * box that does not scroll. Text that ends in `…` has the whole of it elsewhere.
 */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const beyond = (inner: DOMRect, outer: { left: number; right: number }) =>
      inner.right > outer.right + 1 || inner.left < outer.left - 1;
    const lost = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      for (let at = element.parentElement; at; at = at.parentElement) {
        const { overflowX, textOverflow, position } = getComputedStyle(at);
        if (textOverflow === "ellipsis") return false;
        if (overflowX === "auto" || overflowX === "scroll") return false;
        if (overflowX !== "visible" && position !== "static" && beyond(box, at.getBoundingClientRect())) return true;
        if (overflowX !== "visible" && beyond(box, at.getBoundingClientRect())) return true;
      }
      return beyond(box, { left: 0, right: innerWidth });
    };
    const all = document.querySelectorAll(
      "button, input, select, textarea, a, [tabindex], h1, h2, h3, p, label, td, th",
    );
    const cut = [...all].filter(
      (one) =>
        one.checkVisibility({ visibilityProperty: true }) &&
        one.getBoundingClientRect().width > 1 &&
        !one.closest(".unseen, .ribbons") &&
        lost(one),
    );
    const wide = document.documentElement.scrollWidth > innerWidth ? ["the window scrolls sideways"] : [];
    return [...wide, ...cut.map((one) => `${one.tagName} ${(one.textContent ?? "").trim().slice(0, 40)}`)];
  });
}
