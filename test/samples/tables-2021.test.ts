import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findingsOf } from "../../src/core/checks/check.ts";
import type { Report } from "../../src/core/report/report.ts";
import { readReport } from "../../src/formats/read.ts";
import { shippedForms } from "../support/forms.ts";
import { describeShared } from "../support/shared.ts";

const read = (path: string) => readReport([{ name: basename(path), bytes: readFileSync(path) }], shippedForms);

/** The values of a table, row by row, as the report has them. */
function rowsOf(report: Report, key: string): string[][] {
  const rows = new Map<string, string[]>();
  for (const { row, value } of report.tables.find((table) => table.key === key)?.cells ?? [])
    rows.set(row, [...(rows.get(row) ?? []), value ?? ""]);
  return [...rows].filter(([row]) => !row.startsWith("local-")).map(([, values]) => values);
}

function said(report: Report): string[] {
  const form = shippedForms.find(({ id }) => id === report.form);
  return form ? findingsOf(report, form).flatMap(({ code, text }) => (code.startsWith("says-") ? [text] : [])) : [];
}

describeShared("tables laid out by spaces, as the text of a PDF", "samples/real", (folder) => {
  describe.each([
    { name: "01-suqian-shi-2023.txt", year: 2023, fee: "59237.2449", documents: ["109", "489", "597"] },
    { name: "02-suqian-shi-2024.txt", year: 2024, fee: "72701.2578", documents: ["50", "227", "420"] },
  ])("$name", async ({ name, year, fee, documents }) => {
    const source = readFileSync(join(folder, name), "utf8");
    const report = await read(join(folder, name));

    it("is of the form in force, and of its year", () => {
      expect(report).toMatchObject({ form: "gongkai-2021", year });
    });

    it("has the table of requests whole: labels over several lines, heads down the side, a page's end in between", () => {
      // An independent reading: the lines that end in seven figures, in their order.
      const figures = [...source.matchAll(/(?<![\d ])(?: +\d+){7} *$/gm)].map(([line]) => line.trim().split(/ +/));
      expect(figures).toHaveLength(25);
      expect(rowsOf(report, "requests")).toEqual(figures);
    });

    it("has the table of what was issued, money exact", () => {
      const rows = rowsOf(report, "proactive");
      expect(rows[1]).toEqual(documents);
      expect(rows.at(-1)).toEqual([fee]);
    });

    it("says at each cell of the last table that two years stand there", () => {
      const cells = report.messages.flatMap(({ code, at }) =>
        code === "row-repeated" && at && "table" in at && at.table === "review-litigation" ? [at.column] : [],
      );
      expect(cells.length).toBeGreaterThan(10);
    });
  });

  it("02: the text's 134 行政复议 and 57 行政诉讼 are found against the table; 3646 is asked, and nothing else", async () => {
    expect(said(await read(join(folder, "02-suqian-shi-2024.txt")))).toEqual([
      expect.stringMatching(/正文写“3646件”，是新收与上年结转之和/),
      expect.stringMatching(/正文写“134件”，表内.*为 170/),
      expect.stringMatching(/正文写“57件”，表内.*为 77/),
    ]);
  });

  it("01: 3607 of the text is 新收 and 上年结转 together, which is asked; seven other numbers agree", async () => {
    expect(said(await read(join(folder, "01-suqian-shi-2023.txt")))).toEqual([
      expect.stringMatching(/正文写“3607件”，是新收与上年结转之和/),
    ]);
  });

  it("13: two requests in the text, three in the table", async () => {
    expect(said(await read(join(folder, "13-changchun-tuiyijunren-2023.txt")))).toEqual([
      expect.stringMatching(/正文写“2件”，表内.*为 3/),
    ]);
  });
});

describeShared("tables of web pages, heads and spans as they are published", "samples/real", (folder) => {
  it.each([
    {
      name: "03-hangzhou-style-2025-fixture.html.txt",
      form: "gongkai-2021",
      year: 2025,
      unit: "测试市",
      cells: 25 * 7,
    },
    {
      name: "04-shanghai-shizhengfu-bangongting-2019.html.txt",
      form: "gongkai-2019",
      year: 2019,
      unit: "上海市人民政府办公厅",
      cells: 23 * 7,
    },
  ])("$name: every figure, and blanks stay blank", async ({ name, form, year, unit, cells }) => {
    const report = await read(join(folder, name));
    expect(report).toMatchObject({ form, year, unit });
    const source = readFileSync(join(folder, name), "utf8");
    const [, requests = ""] = source.split(/<p>三、/);
    // An independent reading: of each line of the table its last seven cells, where the first of them is a figure.
    const rows = [...requests.matchAll(/<tr>.*?<\/tr>/gs)]
      .map(([row]) =>
        [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, text = ""]) => text.replace(/<[^>]*>|\s|&nbsp;/g, "")),
      )
      .filter((row) => row.length >= 8 && row.slice(-7).every((text) => /^\d*$/.test(text)))
      .map((row) => row.slice(-7));
    const found = rowsOf(report, "requests");
    expect(found.flat()).toHaveLength(cells);
    expect(found).toEqual(rows.slice(0, cells / 7));
  });
});
