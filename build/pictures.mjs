import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, root } from "./outputs.mjs";
import { lastYearText, ofYear, sample } from "./pictures/last-year.mjs";
import { openWindow } from "./pictures/window.mjs";
import { say } from "./runtime/command.mjs";
import { openDisplay } from "./runtime/display.mjs";
import { ensureRuntime } from "./runtime/ensure.mjs";

/**
 * `npm run pictures [-- NAME ...]`: makes the pictures of docs/images anew, in the real window, from the project's own
 * report. The paper wears the official faces where they are installed; Debian's texlive-lang-chinese brings Fandol's.
 */

/** Every picture in the order in which the program shows it. Each leaves the window as the next expects it. */
const PICTURES = {
  "first-start": async ({ shoot }) => shoot(),
  review: async ({ page, answer, shoot }) => {
    const folder = mkdtempSync(join(tmpdir(), "nianbao-pictures-files-"));
    const file = join(folder, `${sample.unit}${sample.year - 1}年度报告.txt`);
    writeFileSync(file, lastYearText());
    await answer(file);
    await page.keyboard.press("Control+i");
    await page.locator(".review").waitFor();
    await page.getByRole("button", { name: "确认，下一处" }).click();
    await shoot();
    rmSync(folder, { recursive: true });
  },
  "next-year": async ({ page, shoot }) => {
    const next = page.getByRole("button", { name: "确认，下一处" });
    while ((await next.count()) > 0) await next.click();
    await page.getByRole("button", { name: "放进报告", exact: true }).click();
    await page.locator(".workbench").waitFor();
    await page.keyboard.press("F8");
    await shoot();
  },
  home: async ({ page, shoot }) => {
    await page.evaluate(
      async (reports) => {
        const counts = { error: 0, warning: 0, ask: 0, info: 0, lifted: 0, stale: 0 };
        for (const report of reports) {
          await window.nianbao.call["report:create"]({ source: null, report, standing: { counts, place: null } });
        }
      },
      [sample.year - 3, sample.year - 2, sample.year - 1].map(ofYear),
    );
    await page.keyboard.press("Control+w");
    await page.locator(".report-list").waitFor();
    await shoot();
  },
  workbench: async ({ page, shoot }) => {
    await page.getByRole("menuitem", { name: "文件" }).click();
    await page.getByRole("menuitem", { name: "打开示例报告" }).click();
    await page.locator(".workbench").waitFor();
    await page.getByRole("button", { name: /^二、/ }).click();
    await page.locator('[id="cell_3.1.1_value"]').click();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await shoot();
  },
  findings: async ({ page, shoot }) => {
    await page.keyboard.press("F7");
    await shoot(page.locator(".findings"));
  },
  export: async ({ page, shoot }) => {
    await page.keyboard.press("Control+e");
    await page.getByRole("dialog").waitFor();
    await shoot();
    await page.keyboard.press("Escape");
  },
  contrast: async ({ page, shoot }) => {
    await page.emulateMedia({ contrast: "more" });
    await shoot();
    await page.emulateMedia({ contrast: "no-preference" });
  },
};

async function pictures(wanted) {
  const runtime = await ensureRuntime();
  build(["window"]);
  // Whatever display there is: the pictures are the same everywhere.
  const screen = await openDisplay();
  const window = await openWindow({ ...runtime, DISPLAY: screen.display });
  try {
    for (const [name, make] of Object.entries(PICTURES)) {
      const shoot = async (part = window.page) => {
        if (wanted.length > 0 && !wanted.includes(name)) return;
        // The mark of a jump is gone by then.
        await window.page.waitForTimeout(2_000);
        await part.screenshot({ path: join(root, "docs/images", `${name}.png`), animations: "disabled" });
        console.log(`docs/images/${name}.png`);
      };
      await make({ ...window, shoot });
    }
  } finally {
    await window.close();
    screen.close();
  }
}

pictures(process.argv.slice(2)).catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
