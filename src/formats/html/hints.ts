import { plainOf } from "./plain.ts";
import type { HtmlElement } from "./tree.ts";

/** What holds for an element and all below it. */
export interface Hints {
  readonly hidden: boolean;
  /** Inside a link, a button or a list of choices. */
  readonly linked: boolean;
  readonly pre: boolean;
  /** Why it is no text of the report, where the page itself says so. */
  readonly why: string | null;
  readonly font: string | undefined;
  /** An automatic number of Word's, as it wrote it out. */
  readonly number?: string;
}

const LINKED: ReadonlySet<string> = new Set(["a", "button", "select", "option", "label", "textarea"]);

export function hintsOf({ tag, attributes, children }: HtmlElement, outer: Hints): Hints {
  const style = attributes["style"] ?? "";
  const hidden =
    outer.hidden ||
    "hidden" in attributes ||
    /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i.test(style);
  const hints: Hints = {
    hidden,
    linked: outer.linked || (LINKED.has(tag) && (tag !== "a" || "href" in attributes || "onclick" in attributes)),
    pre: outer.pre || tag === "pre" || /white-space\s*:\s*pre/i.test(style),
    why: outer.why ?? whyNot(tag, attributes, style),
    font: fontOf(tag, attributes, style) ?? outer.font,
  };
  if (!/mso-list\s*:\s*ignore/i.test(style)) return hints;
  const number = plainOf(children).trim();
  // A bullet is no number. Word takes them from symbol fonts, and Ø and § are such.
  return { ...hints, number: /[\p{L}\p{N}]/u.test(number) && !/^[o§Øü]$/.test(number) ? number : "" };
}

function whyNot(tag: string, attributes: HtmlElement["attributes"], style: string): string | null {
  const name = attributes["class"] ?? "";
  if (tag === "title") return "page title";
  if (/^MsoToc\d?/.test(name) || /^Table of Contents/.test(attributes["id"] ?? "")) return "table of contents";
  if (/mso-element\s*:\s*comment/i.test(style) || name === "MsoCommentText") return "comment";
  if (/mso-element\s*:\s*header/i.test(style) || (tag === "div" && attributes["title"] === "header"))
    return "running header";
  if (/mso-element\s*:\s*footer/i.test(style) || (tag === "div" && attributes["title"] === "footer"))
    return "running footer";
  if (tag === "nav" || tag === "select" || tag === "button" || attributes["role"] === "navigation")
    return "web navigation";
  return null;
}

function fontOf(tag: string, attributes: HtmlElement["attributes"], style: string): string | undefined {
  if (tag === "font" && attributes["face"]) return attributes["face"];
  return /font-family\s*:\s*["']?([^;,"']+)/i.exec(style)?.[1]?.trim();
}
