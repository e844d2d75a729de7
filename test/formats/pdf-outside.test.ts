import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { EMPTY_ANNEX, type Report } from "../../src/core/report/report.ts";
import { readReport } from "../../src/formats/read.ts";
import { writeReport } from "../../src/formats/write.ts";
import { form2014, shippedPreset } from "../support/forms.ts";

// Our own Word and Excel files, printed to PDF by LibreOffice and read back. The suite is whole without it.
const OFFICE = spawnSync("which", ["soffice"]).status === 0;
if (!OFFICE) console.log("LibreOffice is missing: no printed PDF read (apt-get install libreoffice-writer)");

const folder = mkdtempSync(join(tmpdir(), "nianbao-pdf-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Prints a file; options of the PDF filter as LibreOffice names them. */
function print(name: string, bytes: Uint8Array, options: Record<string, string | boolean> = {}): Uint8Array {
  writeFileSync(join(folder, name), bytes);
  const typed = Object.entries(options).map(([key, value]) => [key, { type: typeof value, value: String(value) }]);
  const filter = typed.length > 0 ? `pdf:writer_pdf_Export:${JSON.stringify(Object.fromEntries(typed))}` : "pdf";
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", folder, join(folder, name)], {
    stdio: "ignore",
  });
  return readFileSync(join(folder, name.replace(/\.\w+$/, ".pdf")));
}

const SENTENCE = "按照条例的要求及时公开各类政府信息，认真做好依申请公开的受理和答复，主动回应群众关心的问题";

/** Sections long enough for page ends inside paragraphs, and with everything that breaks lines. */
const REPORT: Report = {
  schema: "nianbao.report/1",
  form: form2014.id,
  year: 2018,
  unit: "青禾街道",
  title: "青禾街道2018年政府信息公开工作年度报告",
  sections: form2014.file.sections
    .filter(({ preamble, origin }) => !preamble && origin !== "local")
    .map(({ key, title }, i) => ({
      key,
      heading: `${"一二三四五六七八"[i]}、${title}`,
      paragraphs: [
        "（一）工作开展情况",
        `${SENTENCE.repeat(i + 1)}。`,
        `公众可登录政府信息公开网（网址：http://www.example.gov.cn）查阅，全年公开信息${i * 37 + 7}条，${SENTENCE}。`,
        "1、短的一条。",
        `2、${SENTENCE}，《关于做好2018年政府信息公开工作的通知》（某政办发〔2018〕12号）已经转发。`,
      ],
    })),
  tables: form2014.file.tables.map(({ key, rows }) => ({
    key,
    cells: rows
      .filter(({ kind, origin }) => kind !== "header" && origin === "national")
      .map(({ id, label, unit }, i) => ({
        row: id,
        column: "value",
        label,
        unit,
        state: i % 9 === 8 ? "blank" : "number",
        value: i % 9 === 8 ? null : unit === "万元" ? `${i}.25` : String(i * 3),
      })),
  })),
  annex: { ...EMPTY_ANNEX, number: "附件2", title: "政府信息公开情况统计表", unit: "青禾街道", head: "张三" },
  extra: [],
  dropped: [],
  messages: [],
};

const values = ({ tables }: Report) => tables[0]?.cells.map(({ row, state, value }) => [row, state, value]);

describe.runIf(OFFICE)("printed by LibreOffice", () => {
  test.each(["docx", "xlsx"] as const)(
    "our %s comes in as the same report, every cell to be checked",
    {
      timeout: 120_000,
    },
    async (kind) => {
      const name = `report.${kind}`;
      const bytes = print(name, await writeReport(kind, REPORT, form2014, shippedPreset()));
      const read = await readReport([{ name, bytes }], [form2014]);
      expect(values(read)).toEqual(values(REPORT));
      expect(read).toMatchObject({ title: REPORT.title, year: 2018, unit: "青禾街道", annex: REPORT.annex, extra: [] });
      // Under the text our Word files announce the annex; a PDF does not say that we wrote it.
      const announced = "附件：政府信息公开情况统计表";
      const sections = read.sections.map((section) => ({
        ...section,
        paragraphs: section.paragraphs.filter((text) => text !== announced),
      }));
      expect(sections).toEqual(REPORT.sections);
      const doubted = read.messages.flatMap(({ at }) => (at && "row" in at ? [at.row] : []));
      expect(doubted).toEqual(REPORT.tables[0]?.cells.map(({ row }) => row));
      expect(read.dropped.every(({ why }) => why === "page number")).toBe(true);
    },
  );

  test("a password to open it is named; one against printing alone does not matter", { timeout: 120_000 }, async () => {
    const docx = await writeReport("docx", REPORT, form2014, shippedPreset());
    const locked = print("locked.docx", docx, { EncryptFile: true, DocumentOpenPassword: "secret" });
    await expect(readReport([{ name: "locked.pdf", bytes: locked }], [form2014])).rejects.toThrow("密码");
    const unprintable = print("unprintable.docx", docx, { RestrictPermissions: true, PermissionPassword: "secret" });
    const read = await readReport([{ name: "unprintable.pdf", bytes: unprintable }], [form2014]);
    expect(values(read)).toEqual(values(REPORT));
  });
});
