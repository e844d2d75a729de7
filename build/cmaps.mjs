import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "./outputs.mjs";

/**
 * `node build/cmaps.mjs`: takes the tables of Adobe's Chinese letter collection out of pdf.js, for PDF files whose
 * fonts name them instead of carrying them. To be run anew when pdf.js is; a test compares.
 */
const NAMES = [
  "Adobe-GB1-UCS2",
  ...["GB", "GB-EUC", "GBK-EUC", "GBK2K", "GBKp-EUC", "GBpc-EUC", "UniGB-UCS2", "UniGB-UTF16"].flatMap((name) => [
    `${name}-H`,
    `${name}-V`,
  ]),
];

const folder = join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "cmaps");
const tables = Object.fromEntries(
  NAMES.map((name) => [name, readFileSync(join(folder, `${name}.bcmap`)).toString("base64")]),
);
writeFileSync(join(root, "src", "formats", "pdf", "cmaps.json"), `${JSON.stringify(tables, null, 2)}\n`);
