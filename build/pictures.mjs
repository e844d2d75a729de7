import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, root } from "./outputs.mjs";
import { reportOfTheFormInForce } from "./pictures/form-2021.mjs";
import { lastYearText, ofYear, sample } from "./pictures/last-year.mjs";
import { openWindow } from "./pictures/window.mjs";
import { say } from "./runtime/command.mjs";
import { openDisplay } from "./runtime/display.mjs";
import { ensureRuntime } from "./runtime/ensure.mjs";

/**
 * `npm run pictures [-- NAME ...]`: makes the pictures of docs/images anew, in the real window, from the project's own
 * report. The paper wears the official faces where they are installed; Debian's texlive-lang-chinese brings Fandol's.
 */

/** A window each, with the pictures in the order in which it shows them; each leaves it as the next expects it. */
const WINDOWS = [
  {
    "first-start": async ({ shoot }) => shoot(),
    workbench: async ({ page, shoot }) => {
      await page.getByRole("button", { name: "打开示例报告" }).click();
      await page.locator(".workbench").waitFor();
      await page.locator(".outline").getByRole("button", { name: /^二、/ }).click();
      await page.locator('[id="cell_3.1.1_value"]').click();
      for (let i = 0; i < 3; i += 1) await page.keyboard.press("Shift+ArrowDown");
      await shoot();
    },
    contrast: async ({ page, shoot }) => {
      await page.emulateMedia({ contrast: "more" });
      await shoot();
      await page.emulateMedia({ contrast: "no-preference" });
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
    keys: async ({ page, shoot }) => {
      await page.keyboard.press("Control+/");
      await page.getByRole("dialog").waitFor();
      await shoot();
    },
  },
  {
    review: async ({ page, answer, shoot }) => {
      await keepReports(page, [sample.year - 3, sample.year - 2, sample.year - 1].map(ofYear));
      const folder = mkdtempSync(join(tmpdir(), "nianbao-pictures-files-"));
      const file = join(folder, `${sample.unit}${sample.year - 1}年度报告.txt`);
      writeFileSync(file, lastYearText());
      await answer(file);
      await page.keyboard.press("Control+i");
      await page.locator(".review").waitFor();
      rmSync(folder, { recursive: true });
      await page.getByRole("button", { name: "确认，下一处" }).click();
      await shoot();
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
      await page.keyboard.press("Control+w");
      await page.locator(".report-list").waitFor();
      await shoot();
    },
  },
  {
    "form-2021": async ({ page, shoot }) => {
      await keepReports(page, [reportOfTheFormInForce()]);
      await page.reload();
      await page.locator(".report-list").waitFor();
      await page.keyboard.press("Enter");
      await page.locator(".workbench").waitFor();
      await page.locator(".outline").getByRole("button", { name: /^三、/ }).first().click();
      await page
        .locator(".sheet-tabs")
        .getByRole("button", { name: /收到和处理/ })
        .click();
      await page.locator('[id="cell_1_natural"]').click();
      await shoot();
    },
  },
];

/** Reports of earlier years, as the window itself would have kept them. */
async function keepReports(page, reports) {
  await page.evaluate(async (all) => {
    const counts = { error: 0, warning: 0, ask: 0, info: 0, lifted: 0, stale: 0 };
    for (const report of all) {
      await window.nianbao.call["report:create"]({ source: null, report, standing: { counts, place: null } });
    }
  }, reports);
}

async function pictures(wanted) {
  const runtime = await ensureRuntime();
  build(["window"]);
  // Whatever display there is: the pictures are the same everywhere.
  const screen = await openDisplay();
  try {
    for (const scenes of WINDOWS) await shootAll(scenes, wanted, { ...runtime, DISPLAY: screen.display });
  } finally {
    screen.close();
  }
}

async function shootAll(scenes, wanted, env) {
  const window = await openWindow(env);
  try {
    for (const [name, make] of Object.entries(scenes)) {
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
  }
}

pictures(process.argv.slice(2)).catch((error) => {
  say(error.message);
  process.exitCode = 1;
});
