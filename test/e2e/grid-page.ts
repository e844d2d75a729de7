import type { Locator } from "playwright-core";
import type { OpenApp } from "./window-app.ts";

/** The statistics table of an open window, as the tests look at it. */
export interface GridPage {
  readonly cell: (row: string, column?: string) => Locator;
  readonly text: (row: string, column?: string) => Promise<string>;
  /** Of the first value column. */
  readonly texts: (...rows: readonly string[]) => Promise<string[]>;
  /** Clicks a cell. */
  readonly select: (row: string, column?: string) => Promise<void>;
  /** `row column` of the cursor. */
  readonly active: () => Promise<string>;
  /** The one field that has the keyboard. */
  readonly field: () => Locator;
  /** What the grid says below itself; empty where it says nothing. */
  readonly notice: () => Promise<string>;
  /** The text on the system's clipboard. */
  readonly clipboard: () => Promise<string>;
  /** What the grid gives to be copied, by kind. */
  readonly copied: () => Promise<{ readonly text: string; readonly html: string }>;
  /** Pastes what another program would have put on the clipboard. */
  readonly paste: (data: { readonly text?: string; readonly html?: string }) => Promise<void>;
}

export function gridOf({ page, app }: OpenApp): GridPage {
  const cell = (row: string, column = "value") => page.locator(`[id="cell_${row}_${column}"]`);
  const text = async (row: string, column = "value") => (await cell(row, column).innerText()).trim();
  const field = () => page.locator("textarea[data-focus=grid]");
  return {
    cell,
    text,
    texts: (...rows) => Promise.all(rows.map((row) => text(row))),
    select: async (row, column = "value") => {
      await cell(row, column).scrollIntoViewIfNeeded();
      await cell(row, column).click();
    },
    active: async () => {
      const id = await page.locator("[data-focus=grid]").getAttribute("aria-activedescendant");
      return (id ?? "").replace(/^cell_/, "").replaceAll("_", " ");
    },
    field,
    notice: async () => {
      const notice = page.locator(".grid-notice");
      return (await notice.isVisible()) ? await notice.innerText() : "";
    },
    clipboard: async () => app.evaluate(({ clipboard }) => clipboard.readText()),
    copied: () =>
      field().evaluate((element) => {
        const data = new DataTransfer();
        element.dispatchEvent(new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }));
        return { text: data.getData("text/plain"), html: data.getData("text/html") };
      }),
    paste: ({ text, html }) =>
      field().evaluate(
        (element, given) => {
          const data = new DataTransfer();
          if (given.html !== undefined) data.setData("text/html", given.html);
          if (given.text !== undefined) data.setData("text/plain", given.text);
          element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        },
        { text, html },
      ),
  };
}
