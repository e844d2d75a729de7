import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readXls } from "../../src/formats/xls/read.ts";
import { readXlsx } from "../../src/formats/xlsx/read.ts";
import { writeXlsx } from "../../src/formats/xlsx/write.ts";
import { form2014 } from "../support/forms.ts";
import { fullReport } from "./docx/reports.ts";
import { bytesOf, fill } from "./xlsx/build.ts";

// What LibreOffice makes of our workbooks, and we of its. The suite is whole without it.
const OFFICE = ["soffice", "pdftotext"].every((program) => spawnSync("which", [program]).status === 0);
if (!OFFICE)
  console.log(
    "LibreOffice or pdftotext is missing: workbooks not printed nor saved anew (apt-get install libreoffice-calc poppler-utils)",
  );

const folder = mkdtempSync(join(tmpdir(), "nianbao-xlsx-"));
afterAll(() => rmSync(folder, { recursive: true }));

function convert(name: string, to: string, into = folder): string {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", to, "--outdir", into, join(folder, name)], {
    stdio: "ignore",
  });
  return join(into, name.replace(/\.\w+$/, `.${to}`));
}

describe.runIf(OFFICE)("in LibreOffice", () => {
  test("our workbook prints whole, one page wide, and saved anew says the same", { timeout: 120_000 }, async () => {
    const long = "全年主动公开政府信息若干条。".repeat(150);
    const bytes = await writeXlsx(fullReport(["=1+1 _x000D_", long, "两行\n第二行"]), form2014);
    writeFileSync(join(folder, "report.xlsx"), bytes);

    const pages = execFileSync("pdftotext", ["-layout", convert("report.xlsx", "pdf"), "-"], { encoding: "utf8" })
      .split("\f")
      .slice(0, -1)
      .map((page) => page.replace(/\s/g, ""));
    // The annex takes two pages, each with the table's head; behind it the narrative, nothing cut off.
    expect(pages.filter((page) => page.includes("统计指标"))).toHaveLength(2);
    expect(pages[1]).toContain("填报日期");
    const text = pages
      .slice(2)
      .map((page) => page.replace(/—\d+—$/, ""))
      .join("");
    expect(text).toContain(long);
    expect(text).toContain("两行第二行");

    const again = await readXlsx(readFileSync(convert("report.xlsx", "xlsx", join(folder, "again"))));
    expect(again).toEqual(await readXlsx(bytes));
    expect(await readXls(readFileSync(convert("report.xlsx", "xls", join(folder, "again"))))).toEqual(again);
  });

  test("its own workbook of a table reads as the one it was made from", { timeout: 120_000 }, async () => {
    const bytes = await bytesOf((book) => {
      const sheet = fill(book.addWorksheet("统计表"), [
        ["统计表"],
        ["类别", "指标", "统计数"],
        ["甲", "公开数", 0.1 + 0.2],
        [null, "占比", 0.618],
        ["乙", "日期", new Date(Date.UTC(2019, 0, 4))],
        ["丙", "合计", { formula: "C3+1", result: 1.3 }],
      ]);
      sheet.mergeCells("A1:C1");
      sheet.mergeCells("A3:A4");
      sheet.getCell("C4").numFmt = "0.0%";
      sheet.getCell("C5").numFmt = 'yyyy"年"m"月"d"日"';
    });
    writeFileSync(join(folder, "table.xlsx"), bytes);
    const again = await readXlsx(readFileSync(convert("table.xlsx", "xlsx", join(folder, "again"))));
    expect(again).toEqual(await readXlsx(bytes));
    expect(again.messages).toEqual([]);
    expect(await readXls(readFileSync(convert("table.xlsx", "xls", join(folder, "again"))))).toEqual(again);
  });

  test("hidden rows, columns and sheets are named in the old format as in the new", { timeout: 120_000 }, async () => {
    const bytes = await bytesOf((book) => {
      const sheet = fill(book.addWorksheet("统计表"), [
        ["指标", "单位", "数"],
        ["甲", "条", 7],
        ["乙", "条", 8],
      ]);
      sheet.getRow(3).hidden = true;
      sheet.getColumn(2).hidden = true;
      fill(book.addWorksheet("底稿", { state: "hidden" }), [["丙", 9]]);
    });
    writeFileSync(join(folder, "hidden.xlsx"), bytes);
    const old = await readXls(readFileSync(convert("hidden.xlsx", "xls", join(folder, "again"))));
    expect(old).toEqual(await readXlsx(bytes));
    expect(old.messages.map(({ code }) => code)).toEqual([
      "xlsx.hidden-rows",
      "xlsx.hidden-columns",
      "xlsx.hidden-sheet",
    ]);
  });
});
