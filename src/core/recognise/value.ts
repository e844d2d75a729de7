import { type Decimal, formatDecimal, parseDecimal, shift } from "../decimal.ts";
import type { CellState, Level } from "../report/report.ts";
import { halfWidth, removeSpace, trimText } from "../text/fold.ts";
import { parseChineseNumeral } from "../text/numerals.ts";

/** What a cell's text says. `raw` and `doubt` are there exactly when the text says more or other than the value. */
export interface ReadValue {
  readonly state: CellState;
  readonly value: string | null;
  readonly raw?: string;
  readonly doubt?: { readonly level: Level; readonly code: string; readonly text: string };
}

/** What the form knows of the cell: its unit, and whether it counts things or money. */
export interface ValueKind {
  readonly unit: string;
  readonly money: boolean;
  /** It may be negative, and is often said in words: `减4`, `+3`. */
  readonly signed?: boolean;
  /** The unit in the source's own unit column, where it differs from the form's. */
  readonly sourceUnit?: string;
}

const NOT_APPLICABLE = /^(?:[/\\|]|[-‐‑‒–—―─一_]{1,4}|\*)$/u;
const NONE_WORDS = /^(?:无|没有|暂无|未发生|未开展|无数据|无此项|空|无)$/;
const NUMBER = /[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/g;
const WHOLE_NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const VAGUE = /^(?:约|大约|近|将近|超过|逾|共|共计|合计|计|≈|≥|>|<|≤)|(?:余|多|左右|以上|以下)/;

/** True for `无` and its like, of which one asks whether it means 0. */
export function isNoneWord(text: string): boolean {
  return NONE_WORDS.test(removeSpace(halfWidth(trimText(text))));
}

const blank: ReadValue = { state: "blank", value: null };

/**
 * Reads one cell of the statistics table (contract: "How source text reads"). Plain are: digits (full-width
 * too), thousands separators, the row's own unit behind. Blank stays blank, `/` `-` `—` are na. Everything
 * else keeps what the source said in `raw`, with a doubt, whatever the value chosen.
 */
export function readValue(source: string, kind: ValueKind): ReadValue {
  const raw = trimText(source);
  if (raw === "") return blank;
  const text = halfWidth(raw).replace(/[−﹣]/g, "-");
  const tight = removeSpace(text);
  // 一 alone is the numeral one in print but a dash in many a typed table; both readings are doubtful.
  if (tight === "一")
    return doubtful(raw, null, "value-unclear", `单元格里是“${raw}”，分不清是横线还是数字 1，请核对。`);
  if (NOT_APPLICABLE.test(tight)) return { state: "na", value: null, raw };
  if (isNoneWord(raw)) {
    return {
      state: "blank",
      value: null,
      raw,
      doubt: { level: "ask", code: "value-none-word", text: `单元格里是“${raw}”，是否填 0?` },
    };
  }
  // A space between two digits may part two numbers or split one: not for us to say.
  const compact = text.replace(/(?<!\d)\s+|\s+(?!\d)/g, "");
  if (WHOLE_NUMBER.test(compact)) return plain(raw, compact, kind);
  const signed = kind.signed ? inSigns(compact) : compact;
  if (signed !== compact) return plain(raw, signed, kind);
  return withUnit(raw, compact, kind) ?? unclear(raw, compact, kind);
}

/** `减4` → `-4`, `增2` → `2`; anything else as it is. */
function inSigns(text: string): string {
  const [, word = "", number = ""] = /^(减少?|下降|增加?|新增)(\d[\d,]*)[项个件]?$/.exec(text) ?? [];
  if (word === "" || !WHOLE_NUMBER.test(number)) return text;
  return /^[减下]/.test(word) ? `-${number}` : number;
}

function exact(text: string): Decimal | null {
  return parseDecimal(text.replaceAll(",", "").replace(/^\+/, ""));
}

function plain(raw: string, text: string, kind: ValueKind): ReadValue {
  const value = exact(text);
  if (!value) return doubtful(raw, null, "value-unclear", `“${raw}”不像这一格的数，没有采用，请核对。`);
  const source = kind.sourceUnit ?? kind.unit;
  if (kind.money && kind.unit === "万元" && source === "元") {
    return doubtful(
      raw,
      shift(value, -4),
      "value-unit",
      `来源的单位是元，按万元换算为 ${formatDecimal(shift(value, -4))}，请核对。`,
    );
  }
  return { state: "number", value: formatDecimal(value) };
}

/** A number with a unit behind it, brackets or not: `7条`, `160.5964万元`, `7(件)`. */
function withUnit(raw: string, text: string, kind: ValueKind): ReadValue | null {
  const match = /^([+-]?[\d,]+(?:\.\d+)?)\(?(万元|亿元|元|万|\p{Script=Han}{1,3})\)?$/u.exec(text);
  const [, digits = "", unit = ""] = match ?? [];
  if (!match || !WHOLE_NUMBER.test(digits) || VAGUE.test(unit)) return null;
  const value = exact(digits);
  if (!value) return null;
  if (unit === kind.unit) return { state: "number", value: formatDecimal(value) };
  if (kind.unit === "万元") {
    const places = { 元: -4, 万: 0, 亿元: 4 }[unit];
    if (places === undefined) return null;
    const converted = shift(value, places);
    return doubtful(raw, converted, "value-unit", `“${raw}”按万元读作 ${formatDecimal(converted)}，请核对。`);
  }
  if (unit === "万")
    return doubtful(raw, shift(value, 4), "value-unit", `“${raw}”读作 ${formatDecimal(shift(value, 4))}，请核对。`);
  if (/[年月日号元%]/.test(unit)) return null;
  return doubtful(
    raw,
    value,
    "value-unit",
    `“${raw}”的单位与表内的“${kind.unit}”不同，读作 ${formatDecimal(value)}，请核对。`,
  );
}

function unclear(raw: string, text: string, kind: ValueKind): ReadValue {
  const numeral = parseChineseNumeral(
    kind.unit !== "" && text.endsWith(kind.unit) ? text.slice(0, -kind.unit.length) : text,
  );
  if (numeral) return doubtful(raw, numeral, "value-numeral", `“${raw}”读作 ${formatDecimal(numeral)}，请核对。`);
  const numbers = text.match(NUMBER) ?? [];
  const only = numbers.length === 1 && !/[%‰元年月日°:]|\d[eE][+-]?\d/.test(text) ? exact(numbers[0] ?? "") : null;
  if (only) return doubtful(raw, only, "value-unclear", `“${raw}”读作 ${formatDecimal(only)}，请核对。`);
  const why = numbers.length > 1 ? `“${raw}”里不止一个数` : `“${raw}”不是数`;
  return doubtful(raw, null, "value-unclear", `${why}，没有采用，请核对后填写。`);
}

function doubtful(raw: string, value: Decimal | null, code: string, text: string): ReadValue {
  return {
    state: value ? "number" : "blank",
    value: value && formatDecimal(value),
    raw,
    doubt: { level: "warning", code, text },
  };
}
