// @vitest-environment jsdom
import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { fixtureForm } from "../../../test/support/forms.ts";
import { reportOf } from "../../../test/support/reports.ts";
import { contentFromSections } from "../../core/content/from-sections.ts";
import { moveSection, removeSection } from "../../core/content/section-edits.ts";
import type { Content } from "../../core/content/types.ts";
import { contentOf } from "./document.ts";
import { createFigureCells } from "./figure-source.ts";
import { createNarrativeEditor, type NarrativeEditor } from "./narrative.ts";
import { tableHosts } from "./table-portals.tsx";

const form = fixtureForm("matrix");
const inText = [...form.tables.values()].filter(({ form: { section } }) => section !== undefined);

beforeAll(() => {
  // jsdom lays nothing out: there are no rectangles to scroll to.
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
});

const opened: NarrativeEditor[] = [];
afterEach(() => {
  for (const narrative of opened.splice(0)) narrative.destroy();
});

function open(content: Content) {
  const hosts = tableHosts(form);
  for (const table of inText) hosts.element(table.form.key).textContent = `表 ${table.form.key}`;
  const narrative = createNarrativeEditor(document.createElement("div"), content, {
    cells: createFigureCells(),
    nameOf: ({ row }) => row,
    tables: hosts,
    record: () => {},
    onChange: () => {},
    undo: () => {},
    redo: () => {},
    say: () => {},
    pasting: () => null,
    pickFigure: () => {},
    toPopup: () => false,
    onSelection: () => {},
    onMenu: () => false,
    onContentError: () => {
      throw new Error("the content was refused");
    },
  });
  opened.push(narrative);
  const { editor } = narrative;
  /** The tables as they are drawn, each with the section that it is the end of. */
  const drawn = () =>
    inText.flatMap(({ form: { key } }) => {
      const element = hosts.element(key);
      const section = element.closest<HTMLElement>("[data-section]");
      if (!editor.view.dom.contains(element) || !section) return [];
      const behind = [...section.children].slice([...section.children].indexOf(element) + 1);
      expect(behind.every((one) => one.classList.contains("ProseMirror-widget"))).toBe(true);
      return [`${key} in ${section.dataset["section"]}`];
    });
  return { ...narrative, drawn };
}

const prescribed = inText.map(({ form: { key, section } }) => `${key} in ${section}`);

const whole = contentFromSections(
  form.file.sections.map(({ key, title }, i) => ({
    key,
    heading: title === "" ? "" : `${"一二三四五六七八九"[i]}、${title}`,
    paragraphs: ["这一部分的文字。"],
  })),
);

describe("a table of the form in the text", () => {
  it("stands at the end of its section and is no part of the document", () => {
    const { drawn, editor } = open(whole);
    expect(drawn()).toEqual(prescribed);
    expect(contentOf(editor.state.doc)).toEqual(whole);
    expect(JSON.stringify(contentOf(editor.state.doc))).not.toContain("表 ");
  });

  it("goes with its section, and where that is removed behind the last one", () => {
    const { drawn, become } = open(whole);
    const at = whole.content.findIndex(({ attrs }) => attrs.key === inText[0]?.form.section);
    become(moveSection(whole, at, at + 1));
    expect(drawn()).toEqual(prescribed);
    become(removeSection(whole, at));
    const last = whole.content.filter((_, i) => i !== at).at(-1)?.attrs.key;
    expect(drawn()).toEqual(
      inText.map(({ form: { key, section } }) => {
        const gone = section === whole.content[at]?.attrs.key;
        return `${key} in ${gone ? last : section}`;
      }),
    );
  });

  it("is not deleted with all the text, nor pasted over, nor copied", () => {
    const { drawn, editor } = open(whole);
    editor.commands.selectAll();
    const { content } = editor.state.selection.content();
    expect(content.textBetween(0, content.size, "\n")).not.toContain("表 ");
    editor.commands.insertContent("新的文字");
    expect(drawn()).toHaveLength(inText.length);
    editor.commands.selectAll();
    editor.commands.deleteSelection();
    expect(drawn()).toHaveLength(inText.length);
  });

  it("stands after any typing and deleting, whatever the text", () => {
    fc.assert(
      fc.property(
        reportOf(form),
        fc.array(fc.record({ from: fc.nat(), size: fc.nat(60), words: fc.constantFrom("", "文字") })),
        ({ sections }, changes) => {
          const { drawn, editor } = open(contentFromSections(sections));
          for (const { from, size, words } of changes) {
            const end = editor.state.doc.content.size;
            const start = from % end;
            editor.commands.setTextSelection({ from: start, to: Math.min(end, start + size) });
            if (words === "") editor.commands.deleteSelection();
            else editor.commands.insertContent(words);
            expect(drawn()).toHaveLength(inText.length);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
