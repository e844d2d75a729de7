import type { CDPSession, Locator, Page } from "playwright-core";

/** Hands on the text of an open report, as a clerk has them. */
export interface TextWindow {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly editor: () => Locator;
  /** The section at that place, counted from 0. */
  readonly section: (n: number) => Locator;
  readonly outline: () => Locator;
  readonly bar: () => Locator;
  /** Every section's heading with its number. */
  readonly headings: () => Promise<string[]>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** Puts the cursor at the end of a block. */
  readonly cursorAtEnd: (block: Locator) => Promise<void>;
  /** An item of one of the format bar's menus. */
  readonly choose: (button: string, item: string) => Promise<void>;
  /** An item of the menu bar. */
  readonly menu: (title: string, item: string) => Promise<void>;
  /** An item of the menu of an outline's row. */
  readonly rowMenu: (n: number, item: string) => Promise<void>;
  /** Pastes as the clipboard of another program would. */
  readonly paste: (html: string, text?: string) => Promise<void>;
  /** What is on the clipboard after copying or cutting the selection. */
  readonly copied: (how?: "copy" | "cut") => Promise<{ readonly text: string; readonly html: string }>;
  /** An input method shows this, not yet taken over. */
  readonly compose: (text: string) => Promise<void>;
  /** The input method puts this in and is done. */
  readonly commit: (text: string) => Promise<void>;
}

export async function textWindow(page: Page): Promise<TextWindow> {
  const cdp = await page.context().newCDPSession(page);
  const editor = () => page.getByRole("textbox", { name: "报告正文" });
  const outline = () => page.getByRole("navigation", { name: "大纲" });
  const bar = () => page.getByRole("toolbar", { name: "格式" });
  await editor().waitFor();
  return {
    page,
    cdp,
    editor,
    outline,
    bar,
    section: (n) => editor().locator("[data-section]").nth(n),
    headings: () =>
      editor()
        .locator("h2")
        .evaluateAll((all) => all.map((one) => `${one.getAttribute("data-number")}${one.textContent}`)),
    undo: () => page.keyboard.press("Control+z"),
    redo: () => page.keyboard.press("Control+y"),
    cursorAtEnd: async (block) => {
      await block.scrollIntoViewIfNeeded();
      await block.click();
      await block.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        range.collapse(false);
        document.getSelection()?.removeAllRanges();
        document.getSelection()?.addRange(range);
      });
      // The editor hears of it in an event of its own.
      await page.waitForTimeout(50);
    },
    choose: async (button, item) => {
      await bar().getByRole("button", { name: button, exact: true }).click();
      await bar()
        .getByRole("menu")
        .locator("button")
        .filter({ hasText: beginning(item) })
        .click();
    },
    menu: async (title, item) => {
      await page.getByRole("menubar").getByRole("menuitem", { name: title, exact: true }).click();
      await page
        .getByRole("menu", { name: title })
        .locator("button")
        .filter({ hasText: beginning(item) })
        .click();
    },
    rowMenu: async (n, item) => {
      await outline().locator("li:not(.part):not(.rule)").nth(n).click({ button: "right" });
      await page
        .locator(".context-menu button")
        .filter({ hasText: beginning(item) })
        .click();
    },
    paste: (html, text = "") =>
      editor().evaluate(
        (element, data) => {
          const clipboard = new DataTransfer();
          if (data.html) clipboard.setData("text/html", data.html);
          clipboard.setData("text/plain", data.text);
          element.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }),
          );
        },
        { html, text },
      ),
    copied: (how = "copy") =>
      editor().evaluate((element, kind) => {
        const clipboard = new DataTransfer();
        element.dispatchEvent(new ClipboardEvent(kind, { clipboardData: clipboard, bubbles: true, cancelable: true }));
        return { text: clipboard.getData("text/plain"), html: clipboard.getData("text/html") };
      }, how),
    compose: async (text) => {
      await cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    },
    commit: async (text) => {
      await cdp.send("Input.insertText", { text });
    },
  };
}

/** Items with their key behind them: 粘贴 is not 只粘贴文字. */
function beginning(item: string): RegExp {
  return new RegExp(`^${item.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
}
