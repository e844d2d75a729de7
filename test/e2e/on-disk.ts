import type { Page } from "playwright-core";

/** Whether a report of the database says this, as it would be opened now. */
export function isOnDisk(page: Page, text: string): Promise<boolean> {
  return page.evaluate(async (wanted) => {
    const { call } = window.nianbao;
    const shelf = await call["shelf:list"](undefined);
    const reports = shelf.ok && shelf.value.kind === "ready" ? shelf.value.reports : [];
    const opened = await Promise.all(reports.map(({ id }) => call["report:open"]({ id })));
    return opened.some((answer) => answer.ok && JSON.stringify(answer.value).includes(wanted));
  }, text);
}
