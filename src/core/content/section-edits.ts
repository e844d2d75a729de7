import type { Form } from "../form/form.ts";
import { emptySection } from "./from-sections.ts";
import { counting } from "./numbers.ts";
import type { Content, SectionNode } from "./types.ts";

/** Changes of whole sections. Each gives the document with its sections counted anew: 一、二、三、 … */

/** Puts an own section of the office behind the section at `index` (-1: before all). */
export function addSection(content: Content, index: number, title: string): Content {
  return insertAt(content, index + 1, emptySection(freeKey(content), title));
}

export function removeSection(content: Content, index: number): Content {
  // The document keeps a place for the cursor.
  if (content.content.length < 2) return content;
  return recounted(content.content.filter((_, i) => i !== index));
}

/** Moves a section to the place that `to` has now. A preamble stays first. */
export function moveSection(content: Content, from: number, to: number): Content {
  const section = content.content[from];
  if (!section || !canMove(content, from, to)) return content;
  const others = content.content.filter((_, i) => i !== from);
  return recounted([...others.slice(0, to), section, ...others.slice(to)]);
}

/** False for a preamble, before a preamble, and beyond the ends. */
export function canMove(content: Content, from: number, to: number): boolean {
  const [moved, place] = [content.content[from], content.content[to]];
  return from !== to && moved !== undefined && place !== undefined && hasHeading(moved) && hasHeading(place);
}

/** Gives a section another title; its number stays that of its place. Bold and figures of the old one go. */
export function renameSection(content: Content, index: number, title: string): Content {
  return recounted(
    content.content.map((section, i) => {
      if (i !== index) return section;
      const [heading] = section.content;
      if (heading?.type !== "heading") return section;
      const renamed = { ...heading, content: title === "" ? [] : [{ type: "text" as const, text: title }] };
      return { ...section, content: [renamed, ...section.content.slice(1)] };
    }),
  );
}

/** The form's sections that a document does not have, as the form orders them. */
export function missingSections(content: Content, form: Form): { readonly key: string; readonly title: string }[] {
  const present = new Set(content.content.map(({ attrs }) => attrs.key));
  return form.file.sections.filter(({ key }) => !present.has(key)).map(({ key, title }) => ({ key, title }));
}

/**
 * Puts a section of the form back to its place in the form's order: behind the last section that the form has
 * before it, else at the beginning. `removed` is the section as it was; without it, one with the form's heading.
 */
export function restoreSection(content: Content, key: string, form: Form, removed?: SectionNode): Content {
  if (content.content.some(({ attrs }) => attrs.key === key)) return content;
  const order = form.file.sections.map((section) => section.key);
  const at = order.indexOf(key);
  const before = new Set(order.slice(0, Math.max(at, 0)));
  const known = form.sections.get(key);
  const section = removed ?? fresh(key, known?.title ?? "", known?.preamble === true);
  return insertAt(content, content.content.findLastIndex(({ attrs }) => before.has(attrs.key)) + 1, section);
}

/** Counts every heading anew, those of sections and those inside; brackets and signs stay as they are. */
export function renumber(content: Content): Content {
  return {
    ...content,
    content: recounted(content.content).content.map((section) => ({
      ...section,
      content: section.content.map((node) =>
        node.type === "paragraph" && node.attrs.rank !== null
          ? { ...node, attrs: { ...node.attrs, label: counting(node.attrs.rank, node.attrs.label) } }
          : node,
      ),
    })),
  };
}

function fresh(key: string, title: string, preamble: boolean): SectionNode {
  const section = emptySection(key, title);
  return preamble ? { ...section, content: section.content.slice(1) } : section;
}

/** `local-1`, `local-2`, …: the first that no section has. */
function freeKey(content: Content): string {
  const taken = new Set(content.content.map(({ attrs }) => attrs.key));
  let n = 1;
  while (taken.has(`local-${n}`)) n += 1;
  return `local-${n}`;
}

function hasHeading(section: SectionNode): boolean {
  return section.content[0]?.type === "heading";
}

function insertAt(content: Content, index: number, section: SectionNode): Content {
  // Nothing stands before a preamble.
  const first = content.content[0];
  const at = first && !hasHeading(first) && hasHeading(section) ? Math.max(index, 1) : index;
  return recounted([...content.content.slice(0, at), section, ...content.content.slice(at)]);
}

/** Counts the sections anew: numbers that did not follow from the place do so now. */
export function recounted(sections: readonly SectionNode[]): Content {
  return {
    type: "doc",
    content: sections.map((section) => {
      const [heading, ...rest] = section.content;
      if (heading?.type !== "heading") return section;
      const label = counting(1, heading.attrs.label);
      return label === heading.attrs.label
        ? section
        : { ...section, content: [{ ...heading, attrs: { label } }, ...rest] };
    }),
  };
}
