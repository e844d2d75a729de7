import { quantile } from "../measure.ts";
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
  return lines("key to painted letter", "bare tiptap page", (await own.end()).slice(1), (await bare.end()).slice(1));
}

/** A digit typed into a selected cell, and the Enter after it, down the column of our sample's table. */
export async function digits(folder: string, valueRows: readonly string[]): Promise<Line[]> {
  const own = await column(await keyed(ours(folder, "digits", "--sample")), {
    cell: (row) => `[id="cell_${row}_value"]`,
    row: () => document.querySelector("[data-focus=grid]")?.getAttribute("aria-activedescendant")?.split("_")[1] ?? "",
  });
  const ag = await column(await keyed(peer(folder, "grid")), {
    cell: (row) => `[row-id="${row}"] [col-id=value]`,
    row: () => document.querySelector(".ag-cell-focus")?.closest("[row-id]")?.getAttribute("row-id") ?? "",
  });
  for (const program of [own, ag]) await program.begin(valueRows[0] ?? "");
  for (let pass = 0; pass < KEYS / valueRows.length; pass += 1) {
    for (const row of valueRows) {
      for (const program of pass % 2 === 0 ? [own, ag] : [ag, own]) await program.fill(row, String((pass + 3) % 10));
    }
    for (const program of [own, ag]) {
      await program.expect(valueRows.at(-1) ?? "", String((pass + 3) % 10));
      await program.begin(valueRows[0] ?? "");
    }
  }
  const [mine, theirs] = [await own.end(), await ag.end()];
  return (["digit", "Enter"] as const).flatMap((kind) =>
    lines(`key to painted cell, ${kind}`, "AG Grid Community page", mine[kind], theirs[kind]),
  );
}

/** Where a page shows its table. */
interface Places {
  readonly cell: (row: string) => string;
  /** Runs in the page: the row of the cursor. */
  readonly row: () => string;
}

/** A program whose column of values is gone down by keys. */
async function column({ page, press, end }: Keyed, { cell, row: cursor }: Places) {
  const kinds: ("digit" | "Enter" | "other")[] = [];
  const move = async (key: string, until: string) => {
    while ((await page.evaluate(cursor)) !== until) {
      kinds.push("other");
      await press(key, false);
    }
  };
  await page.locator(cell("1.1")).waitFor();
  return {
    begin: async (row: string) => {
      if ((await page.evaluate(cursor)) === "") await page.locator(cell(row)).click();
      await move("ArrowUp", row);
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
      const latencies = await end();
      const only = (kind: string) => latencies.filter((_, i) => kinds[i] === kind);
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
