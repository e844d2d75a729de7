import type { SourceDocument } from "../core/document.ts";
import type { Form } from "../core/form/form.ts";
import { recognise } from "../core/recognise/recognise.ts";
import { REPORT_SCHEMA, type Read, type Report } from "../core/report/report.ts";
import { refuseEndless } from "./endless.ts";
import { tellKind } from "./kind.ts";
import { reportLines, type SourceLine, sourceLines } from "./source-lines.ts";
import { decodeText } from "./text/decode.ts";
import { readText } from "./text/read.ts";
import { UnreadableFile } from "./unreadable.ts";

export interface SourceFile {
  /** For messages only: what a file is, its bytes say. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How far a reading has come. */
export type Progress =
  | { readonly step: "file"; readonly file: number; readonly files: number }
  | { readonly step: "recognise" };

/** What was understood of the files, and beside it the files as they were read. */
export interface Reading {
  readonly report: Report;
  readonly source: readonly SourceLine[];
}

/**
 * Reads one file, or the files of one report (a narrative and its table), of any supported kind. Throws
 * `UnreadableFile` when one of them cannot be read; nothing is half-read.
 */
export async function readReport(files: readonly SourceFile[], forms: readonly Form[]): Promise<Report> {
  return (await readForReview(files, forms)).report;
}

/** The same as `readReport`, with the source's own lines to hold the report against. */
export async function readForReview(
  files: readonly SourceFile[],
  forms: readonly Form[],
  tell: (progress: Progress) => void = () => {},
): Promise<Reading> {
  const reads: Read<SourceDocument>[] = [];
  for (const [i, file] of files.entries()) {
    tell({ step: "file", file: i + 1, files: files.length });
    const read = await readBounded(file).catch((error) => {
      if (error instanceof UnreadableFile) error.file = i;
      throw error;
    });
    if ("schema" in read) {
      if (files.length > 1)
        throw new UnreadableFile(
          "json-beside-others",
          "报告 JSON 已经是一份完整的报告，不能和别的文件合读。请单独导入。",
        );
      return { report: read, source: reportLines(read) };
    }
    reads.push(read);
  }
  tell({ step: "recognise" });
  const documents = reads.map(({ value: { blocks } }, i) => ({ blocks, name: files[i]?.name ?? "" }));
  const report = recognise(documents, forms);
  const messages = [...reads.flatMap(({ messages: own }) => own), ...report.messages];
  return { report: { ...report, messages }, source: sourceLines(documents) };
}

async function readBounded(file: SourceFile): Promise<Read<SourceDocument> | Report> {
  const read = await readFile(file);
  if (!("schema" in read)) refuseEndless(read.value);
  return read;
}

async function readFile({ bytes }: SourceFile): Promise<Read<SourceDocument> | Report> {
  const kind = await tellKind(bytes);
  switch (kind) {
    case "json":
      return (await readJson(bytes)) ?? readText(bytes);
    case "text":
      return readText(bytes);
    // The readers of office files are loaded only when they are needed.
    case "docx":
      return (await import("./docx/read.ts")).readDocx(bytes);
    case "xlsx":
      return (await import("./xlsx/read.ts")).readXlsx(bytes);
    case "xls":
      return (await import("./xls/read.ts")).readXls(bytes);
    case "pdf":
      return (await import("./pdf/read.ts")).readPdf(bytes);
    case "excel-xml":
      return (await import("./xls/read-xml.ts")).readExcelXml(bytes);
    case "doc":
      return (await import("./doc/read.ts")).readDoc(bytes);
    case "rtf":
      return (await import("./rtf/read.ts")).readRtf(bytes);
    case "odt":
      return (await import("./odt/read.ts")).readOdt(bytes);
    case "flat-odt":
      return (await import("./odt/read.ts")).readFlatOdt(bytes);
    case "html":
      return (await import("./html/read.ts")).readHtml(bytes);
    case "mht":
      return (await import("./html/read.ts")).readMht(bytes);
    case "word-xml":
      return (await import("./docx/read.ts")).readWordXml(bytes);
  }
}

/** Near its beginning a report file says what it is. */
const OURS = /^[^]{0,200}"schema"\s*:\s*"nianbao\.report\//;

function cutOff(): UnreadableFile {
  return new UnreadableFile(
    "broken-report",
    "报告 JSON 已损坏或不完整，没有读取；原文件没有改动，请用原来的程序重新导出，或找到它的 Word 原稿再导入。",
  );
}

async function readJson(bytes: Uint8Array): Promise<Report | null> {
  let json: unknown;
  const { text } = decodeText(bytes);
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    if (OURS.test(text)) throw cutOff();
    return null;
  }
  if (typeof json !== "object" || json === null || !("schema" in json) || json.schema !== REPORT_SCHEMA) {
    if (
      typeof json === "object" &&
      json !== null &&
      "schema" in json &&
      typeof json.schema === "string" &&
      json.schema.startsWith("nianbao.report/")
    ) {
      throw new UnreadableFile(
        "newer-report",
        "这份报告是更新版本的年报通写的，现在的版本读不了。文件没有改动，请升级程序后再打开。",
      );
    }
    return null;
  }
  const { parseReportJson } = await import("../core/report/json.ts");
  const parsed = parseReportJson(json);
  if (parsed.ok) return parsed.report;
  const [fault] = parsed.faults;
  throw new UnreadableFile(
    "broken-report",
    `报告 JSON 的“${fault?.place}”处不对：${fault?.reason}。文件没有改动，请用原来的程序重新导出。`,
  );
}
