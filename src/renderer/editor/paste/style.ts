import type { Dropped } from "./dropped.ts";

/** The declarations of a `style` attribute, or of `data-style` where it was renamed (`clipboard.ts`). Read from the text: browsers forget what they do not know (`mso-list`). */
export function styleOf(element: Element): ReadonlyMap<string, string> {
  const pairs = (element.getAttribute("data-style") ?? element.getAttribute("style") ?? "")
    .split(";")
    .flatMap((declaration): [string, string][] => {
      const at = declaration.indexOf(":");
      return at < 0
        ? []
        : [
            [
              declaration.slice(0, at).trim().toLowerCase(),
              declaration
                .slice(at + 1)
                .trim()
                .toLowerCase(),
            ],
          ];
    });
  return new Map(pairs);
}

/** Word hides what it says twice, web pages what they say later. */
export function isHidden(element: Element, style: ReadonlyMap<string, string>): boolean {
  return (
    style.get("display") === "none" ||
    style.get("visibility") === "hidden" ||
    style.get("mso-hide") === "all" ||
    element.hasAttribute("hidden")
  );
}

/** `true` or `false` where the element says so, `null` where it leaves it as it was. */
export function boldOf(element: Element, style: ReadonlyMap<string, string>): boolean | null {
  const weight = style.get("font-weight");
  if (weight) return /^(bold|bolder|[6-9]00)$/.test(weight);
  return element.localName === "b" || element.localName === "strong" ? true : null;
}

/** Left and justified are the paper's own. */
export function alignOf(element: Element, style: ReadonlyMap<string, string>): "center" | "right" | null {
  const align = style.get("text-align") ?? element.getAttribute("align")?.toLowerCase();
  return align === "center" || align === "right" ? align : null;
}

const BLACK = /^(?:black|windowtext|auto|inherit|initial|currentcolor|#000(?:000)?|rgba?\(0, ?0, ?0(?:, ?1)?\))$/;
const PLAIN_GROUND = /^(?:white|transparent|none|inherit|initial|#fff(?:fff)?|rgb\(255, ?255, ?255\))/;
const DECORATIONS = new Set(["u", "i", "em", "s", "strike", "sup", "sub", "mark"]);

/** Counts the looks of an element that the format does not have. */
export function noteLooks(element: Element, style: ReadonlyMap<string, string>, dropped: Dropped): void {
  const colour = style.get("color") ?? element.getAttribute("color")?.toLowerCase();
  const ground = style.get("background-color") ?? style.get("background") ?? style.get("mso-highlight");
  if ((colour && !BLACK.test(colour)) || (ground && !PLAIN_GROUND.test(ground))) dropped.add("colour");
  if (
    style.has("font-family") ||
    style.has("font-size") ||
    element.hasAttribute("face") ||
    element.hasAttribute("size")
  ) {
    dropped.add("font");
  }
  const line = style.get("text-decoration") ?? style.get("text-decoration-line") ?? "none";
  const slanted = style.get("font-style") === "italic";
  if (DECORATIONS.has(element.localName) || slanted || /underline|line-through/.test(line)) dropped.add("decoration");
}
