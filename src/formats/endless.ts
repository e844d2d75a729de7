import type { SourceDocument } from "../core/document.ts";
import { UnreadableFile } from "./unreadable.ts";

/** A yearly report has some ten thousand letters, and some hundred paragraphs and cells: these are books. */
const MOST_LETTERS = 3_000_000;
const MOST_TEXTS = 60_000;

/** Refuses a text before the time goes into it. @throws UnreadableFile */
export function refuseEndlessText(text: string): void {
  if (text.length > MOST_LETTERS) throw endless();
}

/** Refuses what a file holds before it is recognised: the window could not show it either. @throws UnreadableFile */
export function refuseEndless({ blocks }: SourceDocument): void {
  let letters = 0;
  let texts = 0;
  const count = (text: string): void => {
    letters += text.length;
    texts += text === "" ? 0 : 1;
  };
  for (const block of blocks) {
    if (block.kind === "table") for (const row of block.rows) for (const cell of row) count(cell.text);
    else count(block.text);
  }
  if (letters > MOST_LETTERS || texts > MOST_TEXTS) throw endless();
}

function endless(): UnreadableFile {
  return new UnreadableFile(
    "file.endless",
    "文件里的文字太多，不像一份年度报告，没有读取；原文件没有改动，请核对是否选错了文件，或只留下报告，另存后再导入。",
  );
}
