/** Labels of the code pages that Excel 5 and 95 wrote texts in, as `TextDecoder` knows them. */
const LABELS: Readonly<Record<number, string>> = {
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1200: "utf-16le",
  1250: "windows-1250",
  1251: "windows-1251",
  1252: "windows-1252",
  10008: "gb18030",
  54936: "gb18030",
  65001: "utf-8",
};

/**
 * What the workbook library wants where it ships half a megabyte of tables: bytes to text by code page. A page that
 * is not listed is read as Windows' Western one, as the library itself does without tables.
 */
export const CODE_PAGES = {
  utils: {
    decode: (page: number, bytes: Iterable<number>): string =>
      new TextDecoder(LABELS[page] ?? "windows-1252").decode(Uint8Array.from(bytes)),
  },
};
