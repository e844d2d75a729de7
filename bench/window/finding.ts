import { quantile } from "../measure.ts";
import type { Line } from "../table.ts";
import { ours, peer } from "./electron.ts";
import { type Keyed, keyed, SEEN } from "./keys.ts";

/** How long from a key in a cell to what the check says of it, on the screen. */

/** Digits that are typed into the cell. */
export const FINDINGS = 100;
/** So many in one program before it is the other's turn. */
const TURN = 10;
/** Blank or 0 it is right; any other digit breaks the sum that it is a part of, and that one alone. */
const CELL = "3.3.7";

/** A digit makes a total wrong: its finding comes into the pane, beside a list of broken formulas. */
export async function findings(folder: string): Promise<Line[]> {
  const own = await watched(await keyed(ours(folder, "findings", "--sample")), {
    cell: `[id="cell_${CELL}_value"]`,
    list: ".finding-list",
    // Esc gives the cell back what it held.
    putBack: ["Escape"],
  });
  const bare = await watched(await keyed(peer(folder, "sums")), {
    cell: `[id="${CELL}"]`,
    list: "#broken",
    putBack: ["0"],
  });
  for (let turn = 0; turn < FINDINGS / TURN; turn += 1) {
    for (const program of turn % 2 === 0 ? [own, bare] : [bare, own]) {
      for (let n = 0; n < TURN; n += 1) await program.breakSum(String(1 + ((turn + n) % 9)));
    }
  }
  const [mine, theirs] = [await own.end(), await bare.end()];
  return [
    { what: "key in a cell to the finding in the pane, median", part: 0.5 },
    { what: "key in a cell to the finding in the pane, p99", part: 0.99 },
  ].map(({ what, part }) => ({
    what,
    ours: quantile(mine, part),
    peer: "bare page of inputs and HyperFormula",
    theirs: quantile(theirs, part),
    aim: null,
  }));
}

interface Places {
  readonly cell: string;
  /** The list of what is wrong. */
  readonly list: string;
  /** The keys after which the next digit meets a cell that is right and is replaced. */
  readonly putBack: readonly string[];
}

async function watched({ page, press, end }: Keyed, { cell, list, putBack }: Places) {
  await page.locator(cell).click();
  await page.evaluate(
    ({ selector, mark }) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`no ${selector}`);
      const changed = { subtree: true, childList: true, characterData: true };
      new MutationObserver(() => performance.mark(mark)).observe(element, changed);
    },
    { selector: list, mark: SEEN },
  );
  const digits = new Set<number>();
  let pressed = 0;
  return {
    breakSum: async (digit: string) => {
      digits.add(pressed);
      await press(digit);
      for (const key of putBack) await press(key);
      pressed += 1 + putBack.length;
    },
    /** @throws Error when a digit was not told of: a race against what misses one would be none */
    end: async (): Promise<number[]> => {
      const keystrokes = (await end()).filter((_, i) => digits.has(i));
      return keystrokes.map(({ seen }, i) => {
        if (seen === null) throw new Error(`digit ${i} has changed nothing in ${list}`);
        return seen;
      });
    },
  };
}
