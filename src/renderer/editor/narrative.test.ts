// @vitest-environment jsdom
import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { form2014 } from "../../../test/support/forms.ts";
import { reportOf } from "../../../test/support/reports.ts";
import { staleMarks } from "../../core/carry/stale.ts";
import { contentFromSections } from "../../core/content/from-sections.ts";
import { sectionsFromContent } from "../../core/content/print.ts";
import { moveSection, removeSection } from "../../core/content/section-edits.ts";
import { withStale } from "../../core/content/stale.ts";
import type { Content } from "../../core/content/types.ts";
import type { Report } from "../../core/report/report.ts";
import { createHistory } from "../state/history.ts";
import { contentOf } from "./document.ts";
import { createFigureCells } from "./figure-source.ts";
import { createNarrativeEditor, type NarrativeEditor } from "./narrative.ts";
import { numberedBlocks } from "./numbers.ts";
import { paragraphAt, positionOf } from "./places.ts";
import { type Style, setStyle } from "./ranks.ts";
import { staleRanges, withoutMark, wordsOf } from "./stale-mark.ts";
import { tableHosts } from "./table-portals.tsx";

beforeAll(() => {
  // jsdom lays nothing out: there are no rectangles to scroll to.
  Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
});

const opened: NarrativeEditor[] = [];
afterEach(() => {
  for (const narrative of opened.splice(0)) narrative.destroy();
});

/** An editor for a report, with a history in which cells are changed as a whole table. */
function open(report: Report, content: Content) {
  const cells = createFigureCells();
  let tables = report.tables;
  cells.show(tables);
  const show = (next: Report["tables"]) => {
    tables = next;
    cells.show(tables);
    return true;
  };
  const history = createHistory<Report["tables"]>({ text: (change) => narrative.apply(change), edit: show });
  const told: Content[] = [];
  const narrative = createNarrativeEditor(document.createElement("div"), content, {
    cells,
    nameOf: ({ row }) => row,
    tables: tableHosts(form2014),
    record: history.recordText,
    onChange: (now) => told.push(now),
    undo: history.undo,
    redo: history.redo,
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
  const fill = (value: string) => {
    const next = tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => (cell.row === "3.1" ? { ...cell, state: "number" as const, value } : cell)),
    }));
    history.recordEdit({ undo: tables, redo: next });
    show(next);
  };
  return { ...narrative, history, told, fill, text: () => narrative.editor.view.dom.textContent };
}

const [sample] = fc.sample(reportOf(form2014), { numRuns: 1, seed: 3 });
if (!sample) throw new Error("no report");

const withFigure: Content = {
  type: "doc",
  content: [
    {
      type: "section",
      attrs: { key: "preamble" },
      content: [
        {
          type: "paragraph",
          attrs: { rank: null, label: null, align: null },
          content: [
            { type: "text", text: "共" },
            { type: "figure", attrs: { table: "statistics", row: "3.1", column: "value", format: "chinese" } },
            { type: "text", text: "件" },
          ],
        },
      ],
    },
  ],
};

describe("a bound figure", () => {
  it("follows its cell without a transaction, and says so when the cell is blank", () => {
    const { editor, fill, text, told, flush } = open(sample, withFigure);
    let transactions = 0;
    editor.on("transaction", () => {
      transactions += 1;
    });
    fill("107");
    expect(text()).toBe("共一百零七件");
    fill("7");
    expect(text()).toBe("共七件");
    expect(editor.view.dom.querySelector(".figure")?.getAttribute("data-state")).toBe("number");
    flush();
    expect([transactions, told.length]).toEqual([0, 0]);
    const blank = open({ ...sample, tables: [] }, withFigure);
    expect(blank.text()).toBe("共未填件");
    expect(blank.editor.view.dom.querySelector(".figure")?.getAttribute("data-state")).toBe("blank");
  });

  it("and its cell are undone in one order of time", () => {
    const { editor, fill, text, history } = open(sample, withFigure);
    fill("1");
    editor.commands.insertContentAt(2, "全年");
    fill("2");
    expect(text()).toBe("全年共二件");
    history.undo();
    expect(text()).toBe("全年共一件");
    history.undo();
    expect(text()).toBe("共一件");
    history.redo();
    history.redo();
    expect(text()).toBe("全年共二件");
  });
});

describe("the editor's document", () => {
  it("is the narrative, for any report: its text, its numbers, its places", () => {
    fc.assert(
      fc.property(reportOf(form2014), (report) => {
        const content = contentFromSections(report.sections);
        const { editor } = open(report, content);
        const { doc } = editor.state;
        expect(contentOf(doc)).toEqual(content);
        const numbered = numberedBlocks(doc).map(({ node, number }) => number + node.textContent);
        const lines = report.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]);
        for (const line of numbered) expect(lines).toContain(line);
        for (const { key, paragraphs } of report.sections) {
          for (const [i, text] of paragraphs.entries()) {
            const pos = positionOf(doc, key, i) ?? -1;
            expect(text.endsWith(doc.nodeAt(pos)?.textContent ?? "?")).toBe(true);
            expect(paragraphAt(doc, pos + 1)).toEqual({ section: key, paragraph: i });
          }
        }
        opened.pop()?.destroy();
      }),
      { numRuns: 30 },
    );
  });

  it("stays one of the schema whatever is done, marks stay on their very words, and undo leads back", () => {
    const action = fc.oneof(
      fc.record({ kind: fc.constant("type" as const), at: fc.nat(), text: fc.constantFrom("甲", "一、", "（一）乙") }),
      fc.record({ kind: fc.constant("style" as const), at: fc.nat(), to: fc.constantFrom<Style>(0, 1, 2, 3, 4) }),
      fc.record({ kind: fc.constant("delete" as const), at: fc.nat(), size: fc.nat(60) }),
      fc.record({ kind: fc.constantFrom("enter" as const, "backspace" as const, "list" as const), at: fc.nat() }),
      fc.record({ kind: fc.constantFrom("move" as const, "remove" as const, "keep" as const), at: fc.nat() }),
    );
    fc.assert(
      fc.property(reportOf(form2014), fc.array(action, { minLength: 1, maxLength: 12 }), (report, actions) => {
        const stale = staleMarks(report.sections, report.year);
        const content = withStale(contentFromSections(report.sections), stale, report.tables);
        const { editor, history, become } = open(report, content);
        const words = () =>
          staleRanges(editor.state.doc).map(({ id, from, to }) => [id, wordsOf(editor.state.doc, from, to)] as const);
        const begun = new Map(words());
        for (const step of actions) {
          const { doc } = editor.state;
          const at = 2 + (step.at % Math.max(1, doc.content.size - 3));
          editor.commands.setTextSelection(at);
          if (step.kind === "type") editor.commands.insertContent(step.text);
          else if (step.kind === "style") setStyle(step.to)(editor.state, editor.view.dispatch);
          else if (step.kind === "delete") {
            editor.commands.setTextSelection({ from: at, to: Math.min(at + step.size, doc.content.size - 1) });
            editor.commands.deleteSelection();
          } else if (step.kind === "enter") editor.commands.keyboardShortcut("Enter");
          else if (step.kind === "backspace") editor.commands.keyboardShortcut("Backspace");
          else if (step.kind === "list") editor.commands.toggleBulletList();
          else if (step.kind === "keep") {
            const range = staleRanges(doc).find(({ from }) => from >= at);
            if (range) editor.view.dispatch(withoutMark(editor.state.tr, range));
          } else {
            const now = contentOf(editor.state.doc);
            const index = step.at % now.content.length;
            const next = step.kind === "move" ? moveSection(now, index, index + 1) : removeSection(now, index);
            become(next);
            expect(contentOf(editor.state.doc)).toEqual(next);
          }
          editor.state.doc.check();
          for (const [id, now] of words()) expect(now).toBe(begun.get(id));
          const now = contentOf(editor.state.doc);
          expect(sectionsFromContent(now, report)).toHaveLength(now.content.length);
        }
        const end = contentOf(editor.state.doc);
        while (history.undo());
        expect(contentOf(editor.state.doc)).toEqual(content);
        while (history.redo());
        expect(contentOf(editor.state.doc)).toEqual(end);
        opened.pop()?.destroy();
      }),
      { numRuns: 60 },
    );
  });
});
