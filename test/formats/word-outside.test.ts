import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Block, SourceDocument } from "../../src/core/document.ts";
import type { Read, Report } from "../../src/core/report/report.ts";
import { readDoc } from "../../src/formats/doc/read.ts";
import { readDocx } from "../../src/formats/docx/read.ts";
import { readFlatOdt, readOdt } from "../../src/formats/odt/read.ts";
import { readReport } from "../../src/formats/read.ts";
import { readRtf } from "../../src/formats/rtf/read.ts";
import { writeReport } from "../../src/formats/write.ts";
import { form2014, shippedPreset } from "../support/forms.ts";
import { reportOf } from "../support/reports.ts";
import { numbersDocx, QUIRKS } from "./word/quirks.ts";
import { convert, OFFICE } from "./word/soffice.ts";

// The same document in every kind of file that LibreOffice writes: what our docx reader makes of it, the others must.
const folder = mkdtempSync(join(tmpdir(), "nianbao-word-"));
afterAll(() => rmSync(folder, { recursive: true }));

const KINDS: Readonly<Record<string, (bytes: Uint8Array) => Read<SourceDocument> | Promise<Read<SourceDocument>>>> = {
  doc: readDoc,
  rtf: readRtf,
  odt: readOdt,
  fodt: readFlatOdt,
};

/** What LibreOffice itself loses on the way: for RTF a deleted mark takes the text before it along. */
const LOST: Readonly<Record<string, Readonly<Record<string, string>>>> = { rtf: { 上半下半: "下半" } };

function asKept(kind: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) =>
    block.kind === "paragraph" ? { ...block, text: LOST[kind]?.[block.text] ?? block.text } : block,
  );
}

const reports = fc.sample(reportOf(form2014), { seed: 2018, numRuns: 12 });

function content({ messages: _, dropped: __, content: ___, ...report }: Report) {
  return report;
}

const tight = (text: string): string => text.replace(/[\ufeff\s]/g, "");

function printedLines(bytes: Uint8Array, kind: string): string[] {
  const [text = new Uint8Array()] = convert(folder, [bytes], "txt", kind, "Text (encoded):UTF8");
  return Buffer.from(text).toString("utf8").trim().split("\n").map(tight);
}

describe.runIf(OFFICE).each(Object.entries(KINDS))("%s from LibreOffice", (kind, read) => {
  test("holds the same blocks as the docx that it was made of, and the same is said", { timeout: 60_000 }, async () => {
    const [bytes = new Uint8Array()] = convert(folder, [QUIRKS], kind);
    const before = await readDocx(QUIRKS);
    const after = await read(bytes);
    expect(after.value.blocks).toEqual(asKept(kind, before.value.blocks));
    expect(after.messages).toEqual(before.messages);
  });

  test("has the automatic numbers that LibreOffice prints, whatever the order of lists and levels", {
    timeout: 60_000,
  }, async () => {
    const places = fc.sample(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      seed: 2018,
      numRuns: 150,
    });
    const source = numbersDocx(places);
    const [bytes = new Uint8Array()] = convert(folder, [source], kind);
    // Writing RTF it spoils the lists' definitions, but says the numbers of the docx beside the text.
    const printed = kind === "rtf" ? printedLines(source, "docx") : printedLines(bytes, kind);
    const texts = (await read(bytes)).value.blocks.map((block) =>
      block.kind === "paragraph" ? tight(block.text) : "",
    );
    expect(texts, JSON.stringify(places)).toEqual(printed);
  });

  test("carries whole reports: every cell, every section, the sign-off", { timeout: 120_000 }, async () => {
    const docx = await Promise.all(reports.map((report) => writeReport("docx", report, form2014, shippedPreset())));
    const files = convert(folder, docx, kind);
    for (const [i, bytes] of files.entries()) {
      const before = await readReport([{ name: `${i}.docx`, bytes: docx[i] ?? bytes }], [form2014]);
      const after = await readReport([{ name: `${i}.${kind}`, bytes }], [form2014]);
      expect(content(after), `report ${i}`).toEqual(content(before));
      expect(after.messages, `report ${i}`).toEqual(before.messages);
    }
  });
});

describe.runIf(OFFICE)("html from LibreOffice", () => {
  test("carries whole reports: every cell, every section", { timeout: 120_000 }, async () => {
    const docx = await Promise.all(reports.map((report) => writeReport("docx", report, form2014, shippedPreset())));
    for (const [i, bytes] of convert(folder, docx, "html").entries()) {
      const before = await readReport([{ name: `${i}.docx`, bytes: docx[i] ?? bytes }], [form2014]);
      const after = await readReport([{ name: `${i}.html`, bytes }], [form2014]);
      // It loses the mark of the first paragraph, so that a title that our writer supplied is taken for the office's own.
      expect({ ...content(after), title: before.title }, `report ${i}`).toEqual(content(before));
    }
  });
});
