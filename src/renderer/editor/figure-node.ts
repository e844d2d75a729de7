import { Node } from "@tiptap/core";
import type { Node as DocumentNode } from "@tiptap/pm/model";
import { figureText } from "../../core/content/figure.ts";
import type { FigureFormat, FigureRef } from "../../core/content/types.ts";
import type { FigureSource } from "./figure-source.ts";

interface FigureOptions {
  readonly cells: FigureSource;
  /** What the figure's cell is called, for its hint. */
  readonly nameOf: (ref: FigureRef) => string;
}

/** A number of the table inside the text: one piece, never typed over, always what its cell says. */
export const Figure = Node.create<FigureOptions>({
  name: "figure",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,
  draggable: true,

  addOptions() {
    return { cells: { get: () => () => undefined, subscribe: () => () => {} }, nameOf: () => "" };
  },

  addAttributes() {
    const text = (name: string) => ({
      default: "",
      parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? "",
      renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
    });
    return {
      table: text("table"),
      row: text("row"),
      column: text("column"),
      format: { ...text("format"), default: "arabic" },
    };
  },

  parseHTML() {
    return [{ tag: "span[data-figure]" }];
  },

  // What the clipboard gets: the number as it reads now.
  renderHTML({ node, HTMLAttributes }) {
    return ["span", { "data-figure": "", ...HTMLAttributes }, textOf(node, this.options)];
  },

  renderText({ node }) {
    return textOf(node, this.options);
  },

  addNodeView() {
    const { options } = this;
    return ({ node: first }) => {
      let node = first;
      const dom = document.createElement("span");
      dom.className = "figure";
      dom.contentEditable = "false";
      const paint = () => {
        const cell = options.cells.get()(refOf(node));
        const text = textOf(node, options);
        if (dom.textContent !== text) dom.textContent = text;
        dom.dataset["state"] = cell?.state ?? "blank";
        const name = options.nameOf(refOf(node));
        dom.title = cell?.state === "number" ? name : `${name}：统计表里还没有填`;
      };
      paint();
      const stop = options.cells.subscribe(paint);
      return {
        dom,
        update: (next) => {
          if (next.type !== node.type) return false;
          node = next;
          paint();
          return true;
        },
        // The number is the view's own affair: its painting is no edit of the text.
        ignoreMutation: () => true,
        destroy: stop,
      };
    };
  },
});

/** The cell that a figure node stands for. */
export function refOf(node: DocumentNode): FigureRef {
  const { table, row, column, format } = node.attrs;
  return { table: String(table), row: String(row), column: String(column), format: formatOf(format) };
}

function formatOf(value: unknown): FigureFormat {
  return value === "chinese" ? "chinese" : "arabic";
}

function textOf(node: DocumentNode, { cells }: FigureOptions): string {
  const ref = refOf(node);
  return figureText(cells.get()(ref), ref.format);
}
