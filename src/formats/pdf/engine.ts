import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { UnreadableFile } from "../unreadable.ts";

export type PdfPageSource = PDFPageProxy;

/** pdf.js, opened on one file. */
export interface PdfSource {
  readonly pages: number;
  /** Pages count from 1. */
  page(number: number): Promise<PdfPageSource>;
  close(): Promise<void>;
}

type Library = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/** A yearly report has a dozen pages; a book of them is no report. */
const MOST_PAGES = 500;

/**
 * Opens a PDF that a stranger made. pdf.js runs in this process, without worker, canvas, eval, scripts or network;
 * pictures are left packed. An owner's password (no printing, no copying) does not keep anybody from reading.
 * @throws UnreadableFile when it is encrypted, damaged or has too many pages
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfSource> {
  const library = await loadLibrary();
  const task = library.getDocument({
    // pdf.js takes the bytes over, and wants no Buffer.
    data: new Uint8Array(bytes),
    verbosity: library.VerbosityLevel.ERRORS,
    BinaryDataFactory: ChineseTables,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    // Fonts are never handed to a page that would show them.
    disableFontFace: true,
    // A picture of more than one dot is not unpacked: nothing here is drawn.
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  });
  let file: PDFDocumentProxy;
  try {
    file = await task.promise;
  } catch (error) {
    await task.destroy();
    throw error instanceof Error && error.name === "PasswordException" ? encrypted() : damagedPdf(error);
  }
  if (file.numPages > MOST_PAGES) {
    await task.destroy();
    throw tooManyPages(file.numPages);
  }
  return { pages: file.numPages, page: (number) => file.getPage(number), close: () => task.destroy() };
}

let loaded: Promise<Library> | undefined;

function loadLibrary(): Promise<Library> {
  loaded ??= load();
  return loaded;
}

/** Loads both halves of pdf.js into this process; with the worker's half in place it starts no worker. */
async function load(): Promise<Library> {
  const here = globalThis as { pdfjsWorker?: unknown; DOMMatrix?: unknown };
  // It wants to make one as it loads, for drawing.
  here.DOMMatrix ??= class {};
  // Where a file breaks off in the middle of a page it leaves promises behind that nobody waits for; whoever reads has
  // had its answer, and Node would end the process.
  process.on("unhandledRejection", () => {});
  // It says on the console that there is no canvas.
  const { warn } = console;
  console.warn = () => {};
  try {
    // @ts-expect-error pdf.js has types for one half only.
    here.pdfjsWorker = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    console.warn = warn;
  }
}

/** Gives pdf.js the tables of Chinese letters that fonts name (`cmaps.json`), and nothing else that it asks for. */
class ChineseTables {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const { default: tables } = await import("./cmaps.json", { with: { type: "json" } });
    const name = filename.replace(/\.bcmap$/, "");
    const table = kind === "cMapUrl" && Object.hasOwn(tables, name) ? tables[name as keyof typeof tables] : null;
    if (table === null) throw new Error(`no ${kind} ${filename}`);
    return new Uint8Array(Buffer.from(table, "base64"));
  }
}

function encrypted(): UnreadableFile {
  return new UnreadableFile(
    "pdf.encrypted",
    "这份 PDF 加了打开密码，无法读取；请用打开它的软件取消密码、另存后再导入，或找到它的 Word 原稿。",
  );
}

/** The sentence for a PDF that pdf.js gives up. */
export function damagedPdf(cause: unknown): UnreadableFile {
  return new UnreadableFile(
    "pdf.damaged",
    "PDF 文件已损坏或不完整，无法读取；原文件没有改动，请重新取得这份文件，或找到它的 Word 原稿再导入。",
    { cause },
  );
}

function tooManyPages(pages: number): UnreadableFile {
  return new UnreadableFile(
    "pdf.long",
    `这份 PDF 有 ${pages} 页，不像一份年度报告，没有读取；请只留下报告的几页，另存后再导入。`,
  );
}
