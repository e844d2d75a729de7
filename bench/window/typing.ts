import type { Page } from "playwright-core";
import { quantile } from "../measure.ts";
import { form2014, form2021 } from "../sample.ts";
import type { Line } from "../table.ts";
import { ours, peer } from "./electron.ts";
import { type Keyed, keyed } from "./keys.ts";

/** How long from a key to the letter or the cell on the screen. */

/** Keys of each kind. */
export const KEYS = 200;
/** So many are pressed in one program before it is the other's turn. */
const TURN = 20;

/** Letters at the end of a line of our sample's first paragraph, beside the same text in bare tiptap. */
export async function letters(folder: string): Promise<Line[]> {
  const [own, bare] = [await keyed(ours(folder, "letters", "--sample")), await keyed(peer(folder, "text"))];
  for (const program of [own, bare]) {
    await program.page.locator("[contenteditable=true] p").first().click();
    await program.press("End");
  }
  for (let turn = 0; turn < KEYS / TURN; turn += 1) {
    for (const program of turn % 2 === 0 ? [own, bare] : [bare, own]) {
      for (let n = 0; n < TURN; n += 1) await program.press("abcdefghij"[n % 10] ?? "a");
    }
  }
  for (const { page } of [own, bare]) {
    const text = await page.locator("[contenteditable=true] p").first().innerText();
    if (!text.includes("abcdefghij".repeat(KEYS / 10))) throw new Error(`letters were lost: ${text}`);
  }
  const [mine, theirs] = [await own.end(), await bare.end()].map((keys) => keys.slice(1).map(({ painted }) => painted));
  return lines("key to painted letter", "bare tiptap page", mine ?? [], theirs ?? []);
}

/** A column of a table, and how our program comes to show it. */
interface Sheet {
  /** Of the user folder, and of what is measured. */
  readonly name: string;
  readonly args: readonly string[];
  readonly open: (page: Page) => Promise<void>;
  /** The peer's page with the same table. */
  readonly peer: string;
  readonly column: string;
  readonly rows: readonly string[];
}

/** A digit typed into a selected cell, and the Enter after it: down the column of our sample, and of a matrix of 2021. */
export async function digits(folder: string): Promise<Line[]> {
  const [list, matrix] = [form2014().tables.get("statistics"), form2021().tables.get("requests")];
  return [
    ...(await typed(folder, {
      name: "cell",
      args: ["--sample"],
      open: async () => {},
      peer: "grid",
      column: "value",
      rows: list?.valueRows.map(({ id }) => id) ?? [],
    })),
    ...(await typed(folder, {
      name: "cell of a matrix, 2021",
      args: [],
      open: openMatrix,
      peer: "matrix",
      column: "natural",
      rows: matrix?.valueRows.map(({ id }) => id) ?? [],
    })),
  ];
}

/** A blank report of the form in force, and its largest table. */
async function openMatrix(page: Page): Promise<void> {
  await page.locator(".start").getByRole("button", { name: "新建报告" }).click();
  const dialog = page.getByRole("dialog", { name: "新建报告" });
  await dialog.getByLabel("哪一年的报告").selectOption("2021");
  await dialog.locator("[type=submit]").click();
  await page.locator(".sheet-tabs button").nth(1).click();
}

async function typed(folder: string, { name, args, open, peer: page, column: key, rows }: Sheet): Promise<Line[]> {
  const started = await keyed(ours(folder, `digits-${page}`, ...args));
  await open(started.page);
  const own = await column(started, rows, {
    cell: (row) => `[id="cell_${row}_${key}"]`,
    row: () => document.querySelector("[data-focus=grid]")?.getAttribute("aria-activedescendant")?.split("_")[1] ?? "",
  });
  const ag = await column(await keyed(peer(folder, page)), rows, {
    cell: (row) => `[row-id="${row}"] [col-id=${key}]`,
    row: () => document.querySelector(".ag-cell-focus")?.closest("[row-id]")?.getAttribute("row-id") ?? "",
  });
  for (const program of [own, ag]) await program.begin();
  for (let pass = 0; pass < KEYS / rows.length; pass += 1) {
    for (const row of rows) {
      for (const program of pass % 2 === 0 ? [own, ag] : [ag, own]) await program.fill(row, String((pass + 3) % 10));
    }
    for (const program of [own, ag]) {
      await program.expect(rows.at(-1) ?? "", String((pass + 3) % 10));
      await program.begin();
    }
  }
  const [mine, theirs] = [await own.end(), await ag.end()];
  return (["digit", "Enter"] as const).flatMap((kind) =>
    lines(`key to painted ${name}, ${kind}`, "AG Grid Community page", mine[kind], theirs[kind]),
  );
}

/** Where a page shows its table. */
interface Places {
  readonly cell: (row: string) => string;
  /** Runs in the page: the row of the cursor. */
  readonly row: () => string;
}

/** A program whose column of values is gone down by keys. */
async function column({ page, press, end }: Keyed, rows: readonly string[], { cell, row: cursor }: Places) {
  const first = rows[0] ?? "";
  const kinds: ("digit" | "Enter" | "other")[] = [];
  const move = async (key: string, until: string) => {
    while ((await page.evaluate(cursor)) !== until) {
      kinds.push("other");
      await press(key, false);
    }
  };
  await page.locator(cell(first)).waitFor();
  return {
    begin: async () => {
      if ((await page.evaluate(cursor)) === "") await page.locator(cell(first)).click();
      await move("ArrowUp", first);
    },
    fill: async (row: string, digit: string) => {
      await move("ArrowDown", row);
      kinds.push("digit", "Enter");
      await press(digit);
      await press("Enter");
    },
    /** A race against something that takes in less would be none. */
    expect: async (row: string, digit: string) => {
      const text = (await page.locator(cell(row)).innerText()).trim();
      if (text !== digit) throw new Error(`row ${row} shows “${text}” for ${digit}`);
    },
    end: async () => {
      const keystrokes = await end();
      const only = (kind: string) => keystrokes.flatMap(({ painted }, i) => (kinds[i] === kind ? painted : []));
      return { digit: only("digit"), Enter: only("Enter") };
    },
  };
}

function lines(what: string, name: string, own: readonly number[], theirs: readonly number[]): Line[] {
  return [
    { what: `${what}, median`, part: 0.5 },
    { what: `${what}, p99`, part: 0.99 },
  ].map(({ what: named, part }) => ({
    what: named,
    ours: quantile(own, part),
    peer: name,
    theirs: quantile(theirs, part),
    aim: 1,
  }));
}
