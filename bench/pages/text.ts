import { Editor, Node } from "@tiptap/core";
import { UndoRedo } from "@tiptap/extensions";
import sample from "../../resources/samples/示范街道2018年报告.json";

/** tiptap with what a text needs at least: headings, paragraphs, undo; and the text of our sample. */
const Text = Node.create({ name: "text", group: "inline" });
const Document = Node.create({ name: "doc", topNode: true, content: "block+" });
const Paragraph = Node.create({
  name: "paragraph",
  group: "block",
  content: "inline*",
  parseHTML: () => [{ tag: "p" }],
  renderHTML: () => ["p", 0],
});
const Heading = Node.create({
  name: "heading",
  group: "block",
  content: "inline*",
  parseHTML: () => [{ tag: "h2" }],
  renderHTML: () => ["h2", 0],
});

const block = (type: string, text: string) => ({ type, content: text === "" ? [] : [{ type: "text", text }] });

new Editor({
  element: document.querySelector("#editor"),
  extensions: [Document, Heading, Paragraph, Text, UndoRedo],
  content: {
    type: "doc",
    content: sample.sections.flatMap(({ heading, paragraphs }) => [
      ...(heading === "" ? [] : [block("heading", heading)]),
      ...paragraphs.map((text) => block("paragraph", text)),
    ]),
  },
});
