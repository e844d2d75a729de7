import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHistory, type TextRecord } from "./history.ts";

/** A report in small: a text, and cells. Text changes put a string in the place of another. */
interface Replace {
  readonly at: number;
  readonly out: string;
  readonly in: string;
}
interface CellEdit {
  readonly row: string;
  readonly value: string;
}

function model() {
  const value = { text: "", cells: new Map<string, string>(), composing: false };
  let clock = 0;
  const history = createHistory<CellEdit>({
    text: ({ steps }) => {
      if (value.composing) return false;
      for (const step of steps as readonly Replace[]) apply(step);
      return true;
    },
    edit: ({ row, value: cell }) => {
      value.cells.set(row, cell);
      return true;
    },
  });
  const apply = ({ at, out, in: put }: Replace) => {
    expect(value.text.slice(at, at + out.length)).toBe(out);
    value.text = value.text.slice(0, at) + put + value.text.slice(at + out.length);
  };
  const type = (at: number, out: string, put: string, more: Partial<TextRecord> = {}) => {
    apply({ at, out, in: put });
    history.recordText({
      undo: { steps: [{ at, out: put, in: out }], selection: null },
      redo: { steps: [{ at, out, in: put }], selection: null },
      at: clock,
      before: { from: at, to: at + out.length },
      after: { from: at, to: at + put.length },
      ...more,
    });
  };
  const fill = (row: string, cell: string, run?: object) => {
    const before = value.cells.get(row) ?? "";
    value.cells.set(row, cell);
    history.recordEdit({ undo: { row, value: before }, redo: { row, value: cell } }, run);
  };
  return {
    value,
    history,
    type,
    fill,
    wait: (ms: number) => {
      clock += ms;
    },
  };
}

describe("undo and redo", () => {
  it("go through text and cells in the order of time", () => {
    const { value, history, type, fill } = model();
    type(0, "", "甲");
    fill("1.1", "7");
    type(1, "", "乙");
    expect(history.undo()).toBe(true);
    expect([value.text, value.cells.get("1.1")]).toEqual(["甲", "7"]);
    history.undo();
    expect([value.text, value.cells.get("1.1")]).toEqual(["甲", ""]);
    history.undo();
    expect(value.text).toBe("");
    expect(history.undo()).toBe(false);
    while (history.redo());
    expect([value.text, value.cells.get("1.1")]).toEqual(["甲乙", "7"]);
  });

  it("take typing without a pause as one, and part it by pause, place, seal and other changes", () => {
    const entries = (play: (m: ReturnType<typeof model>) => void) => {
      const m = model();
      play(m);
      let count = 0;
      while (m.history.undo()) count += 1;
      expect(m.value.text).toBe("");
      return count;
    };
    expect(
      entries(({ type, wait }) => {
        type(0, "", "一");
        wait(499);
        type(1, "", "二");
        wait(499);
        type(1, "二", "");
      }),
    ).toBe(1);
    expect(
      entries(({ type, wait }) => {
        type(0, "", "一");
        wait(500);
        type(1, "", "二");
      }),
    ).toBe(2);
    expect(
      entries(({ type }) => {
        type(0, "", "一二三");
        type(0, "", "四");
        type(4, "", "五");
      }),
    ).toBe(2);
    expect(
      entries(({ type, history }) => {
        type(0, "", "一");
        history.seal();
        type(1, "", "二");
      }),
    ).toBe(2);
    expect(
      entries(({ type, fill }) => {
        type(0, "", "一");
        fill("1", "2");
        type(1, "", "二");
      }),
    ).toBe(3);
    expect(
      entries(({ type }) => {
        type(0, "", "一");
        type(1, "", "\n", { before: null, after: null });
        type(2, "", "二");
      }),
    ).toBe(3);
    expect(
      entries(({ type, wait }) => {
        type(0, "", "n", { composition: 3 });
        wait(2000);
        type(0, "n", "你", { composition: 3 });
      }),
    ).toBe(1);
    // What was selected made room for the composition.
    expect(
      entries(({ type, wait }) => {
        type(0, "", "甲乙", { before: null, after: null });
        wait(2000);
        type(0, "甲乙", "", { before: null, after: null, leads: true });
        wait(2000);
        type(0, "", "n", { composition: 4 });
        type(0, "n", "你", { composition: 4 });
      }),
    ).toBe(2);
  });

  it("take what is typed into one cell as one, until something else is done", () => {
    const { value, history, fill } = model();
    const [first, second] = [{}, {}];
    fill("1", "1", first);
    fill("1", "12", first);
    fill("1", "3", second);
    expect(history.takeBack(first)).toBe(false);
    expect(history.takeBack(second)).toBe(true);
    expect(value.cells.get("1")).toBe("12");
    history.undo();
    expect(value.cells.get("1")).toBe("");
    history.redo();
    expect(value.cells.get("1")).toBe("12");
    fill("1", "7", first);
    history.undo();
    expect(value.cells.get("1")).toBe("12");
  });

  it("keep the entry while a composition is open", () => {
    const { value, history, type } = model();
    type(0, "", "甲");
    value.composing = true;
    expect(history.undo()).toBe(false);
    value.composing = false;
    expect(history.undo()).toBe(true);
    // An undo that could not be done parts nothing.
    type(0, "", "n", { composition: 5 });
    value.composing = true;
    history.undo();
    history.redo();
    value.composing = false;
    type(0, "n", "你", { composition: 5 });
    history.undo();
    expect(value.text).toBe("");
  });

  it("forget what was undone once something new is done, and say what they can", () => {
    const { history, type } = model();
    expect(history.state.get()).toEqual({ canUndo: false, canRedo: false });
    type(0, "", "甲");
    history.undo();
    expect(history.state.get()).toEqual({ canUndo: false, canRedo: true });
    type(0, "", "乙");
    expect(history.state.get()).toEqual({ canUndo: true, canRedo: false });
    history.clear();
    expect(history.undo()).toBe(false);
  });

  it("lead back to each state, whatever was done", () => {
    const action = fc.oneof(
      fc.record({
        kind: fc.constant("type" as const),
        at: fc.nat(20),
        out: fc.nat(3),
        put: fc.string({ maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant("fill" as const), row: fc.constantFrom("1", "2", "3"), value: fc.string() }),
      fc.record({ kind: fc.constant("wait" as const), ms: fc.nat(900) }),
      fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const) }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const m = model();
        const state = () => JSON.stringify([m.value.text, [...m.value.cells].filter(([, cell]) => cell !== "").sort()]);
        for (const step of actions) {
          if (step.kind === "wait") m.wait(step.ms);
          else if (step.kind === "fill") m.fill(step.row, step.value);
          else if (step.kind === "type") {
            const at = Math.min(step.at, m.value.text.length);
            m.type(at, m.value.text.slice(at, at + step.out), step.put);
          } else if (m.history[step.kind]()) {
            const now = state();
            m.history[step.kind === "undo" ? "redo" : "undo"]();
            m.history[step.kind]();
            expect(state()).toBe(now);
          }
        }
        while (m.history.redo());
        const end = state();
        while (m.history.undo());
        expect(state()).toBe('["",[]]');
        while (m.history.redo());
        expect(state()).toBe(end);
      }),
    );
  });
});
