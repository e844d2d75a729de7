import { circled } from "./numerals.ts";

/** The fields that are open at a place of the text: code first, then (often) a result that the reader sees. */
export interface Fields {
  begin(): void;
  separate(): void;
  /** Closes the innermost field; gives the text to show where Word shows one without keeping a result. */
  end(): string;
  code(text: string): void;
  /** Called for text that was shown. */
  shown(): void;
  /** False inside a field's code. */
  visible(): boolean;
  inContents(): boolean;
}

interface Field {
  code: string;
  result: boolean;
  shown: boolean;
}

/**
 * @param sound false when beginnings and ends do not pair up. Then nothing is hidden as code and nothing is
 * taken for a table of contents: a broken field must not swallow the rest of a report.
 * @param repeated true in headers and footers: what is kept there is the number of some page, so it counts as 1.
 */
export function makeFields(sound: boolean, repeated: boolean): Fields {
  const open: Field[] = [];
  const isShown = (field: Field): boolean => field.result && !(repeated && PAGE_NUMBER.test(field.code));
  return {
    begin: () => void open.push({ code: "", result: false, shown: false }),
    separate: () => {
      const field = open.at(-1);
      if (field) field.result = true;
    },
    end: () => {
      const field = open.pop();
      return field && !field.shown && open.every(isShown) ? substitute(field.code) : "";
    },
    code: (text) => {
      const field = open.at(-1);
      if (field) field.code += text;
    },
    shown: () => {
      for (const field of open) field.shown = true;
    },
    visible: () => !sound || open.every(isShown),
    inContents: () => sound && open.some((field) => /^\s*TOC\b/i.test(field.code)),
  };
}

const PAGE_NUMBER = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;

/** Word computes page numbers when it prints, and never keeps a result for EQ (带圈字符, 合并字符). */
function substitute(code: string): string {
  if (PAGE_NUMBER.test(code)) return "1";
  const overstrike = /^\s*eq\s*\\o(?:\\a[clr])?\s*\(([^,\uff0c;]*)[,\uff0c;](.*)\)\s*$/is.exec(code);
  if (!overstrike) return "";
  const inner = overstrike[2] ?? "";
  return /[○◯]/.test(overstrike[1] ?? "") && /^\d{1,2}$/.test(inner) ? circled(Number(inner)) : inner;
}
