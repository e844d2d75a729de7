// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Input } from "../../contract/calls.ts";
import { form, report as reportWith } from "../view/fixture.ts";

const sent: Input<"report:save">[] = [];
vi.mock("../bridge.ts", () => ({
  on: { "window:closing": () => () => {} },
  call: {
    "report:save": async (input: Input<"report:save">) => {
      sent.push(input);
      return { ok: true, value: { revision: input.base + 1, at: "2019-01-10T09:00:00.000Z" } };
    },
  },
}));

const { beginSaving, saveFromNow, saving } = await import("./saving.ts");
const { shown } = await import("./screen.ts");
const { ui } = await import("./ui.ts");

const saved = { revision: 1, at: "2019-01-10T08:00:00.000Z" };
const first = reportWith({});
beginSaving();

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  shown.set({
    screen: { kind: "report", source: { id: "a", name: "" }, report: first, form: form(), stored: saved, versions: 0 },
  });
  saveFromNow("a", saved, first, form());
});

/** The clerk changes the open report. */
function change(title: string): void {
  const { screen } = shown.get();
  if (screen.kind === "report") shown.set({ screen: { ...screen, report: { ...screen.report, title } } });
}

const titles = () => sent.map(({ report }) => report.title);
/** What is due at once is sent in the same turn or the next. */
const now = () => vi.advanceTimersByTimeAsync(0);

describe("a change of the open report", () => {
  it("goes to the disk by itself, and is called saved afterwards only", async () => {
    change("一");
    expect(saving.get().state).toEqual({ kind: "saving" });
    await now();
    expect(titles()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(titles()).toEqual(["一"]);
    expect(saving.get().state).toEqual({ kind: "saved", at: "2019-01-10T09:00:00.000Z" });
  });

  it("goes there at once when the window loses the keyboard", async () => {
    change("一");
    window.dispatchEvent(new Event("blur"));
    await now();
    expect(titles()).toEqual(["一"]);
  });

  it("goes there at once when the clerk goes to another section", async () => {
    change("一");
    ui.set({ section: "disclosure" });
    await now();
    expect(titles()).toEqual(["一"]);
  });

  it("carries one writer for as long as the report is open, and another the next time", async () => {
    change("一");
    await vi.advanceTimersByTimeAsync(1_000);
    change("二");
    await vi.advanceTimersByTimeAsync(1_000);
    saveFromNow("a", { ...saved, revision: 3 }, first, form());
    change("三");
    await vi.advanceTimersByTimeAsync(1_000);
    const [one, two, three] = sent.map(({ writer }) => writer);
    expect(two).toBe(one);
    expect(three).not.toBe(one);
    expect(sent.map(({ base }) => base)).toEqual([1, 2, 3]);
  });
});

describe("a composition", () => {
  const fire = (type: string) => window.dispatchEvent(new Event(type));

  it("holds back what is composed until it is closed", async () => {
    fire("compositionstart");
    change("n");
    fire("blur");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(titles()).toEqual([]);
    change("你");
    fire("compositionend");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(titles()).toEqual(["你"]);
  });

  it("whose end is never told holds back nothing after the next key", async () => {
    fire("compositionstart");
    change("你");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(titles()).toEqual([]);
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown" }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(titles()).toEqual(["你"]);
  });
});
