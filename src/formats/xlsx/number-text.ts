import { formatDecimal, parseDecimal, shift } from "../../core/decimal.ts";

/** A stored number as text, and what is to be said about it. */
export interface NumberText {
  readonly text: string;
  /**
   * `rounded`: the sheet shows fewer places than are stored. `hidden`: the format shows nothing.
   * `scaled`: the format shows thousands or 万, and so does the text.
   */
  readonly note: "plain" | "rounded" | "hidden" | "scaled";
}

/**
 * The decimal that Excel means by a stored binary number: its first 15 significant digits, so that
 * 0.30000000000000004 is `0.3`; never an exponent.
 */
export function exactDecimal(value: number): string {
  const [mantissa = "0", exponent = "0"] = value.toExponential(14).split("e");
  const digits = mantissa.replace(".", "");
  const negative = digits.startsWith("-");
  const plain = negative ? digits.slice(1) : digits;
  const point = Number(exponent) + 1;
  const whole = point > 0 ? plain.slice(0, point).padEnd(point, "0") : "0";
  const fraction = (point > 0 ? plain.slice(point) : plain.padStart(plain.length - point, "0")).replace(/0+$/, "");
  const text = `${whole.replace(/^0+(?=\d)/, "")}${fraction === "" ? "" : `.${fraction}`}`;
  return negative && text !== "0" ? `-${text}` : text;
}

/**
 * What a clerk means by a number cell: the exact stored number whatever the format rounds, with the words that
 * the format puts round it (`0"条"` → `7条`) and the scale it shows (`0!.0,"万"` → `25.1万`).
 * @param format the number format's code
 */
export function numberText(value: number, format: string): NumberText {
  const exact = exactDecimal(value);
  const section = chooseSection(format, value);
  if (/^\s*(?:general|@)?\s*$/i.test(section) && section.trim() !== "") return { text: exact, note: "plain" };
  const { before, after, digits, places, shiftBy } = parseSection(section);
  const words = (text: string) => (/\p{L}/u.test(text) ? text.trim() : "");
  if (!digits) {
    const shown = words(before);
    if (shown !== "") return { text: shown, note: "plain" };
    return { text: exact, note: before.trim() === "" ? "hidden" : "plain" };
  }
  const decimal = shiftBy === 0 ? null : parseDecimal(exact);
  const shown = decimal ? formatDecimal(shift(decimal, -shiftBy)) : exact;
  const stored = (shown.split(".")[1] ?? "").length;
  const note = decimal ? "scaled" : stored > places ? "rounded" : "plain";
  return { text: words(before) + shown + words(after), note };
}

interface Section {
  readonly before: string;
  readonly after: string;
  readonly digits: boolean;
  /** Places behind the point that are shown; `Infinity` where the format does not bound them. */
  readonly places: number;
  /** How many places the point moves to the left when shown. */
  readonly shiftBy: number;
}

/** One token of a number format: words, what is only space or colour, digit places, separators. */
const TOKEN = /"([^"]*)"|[\\!](.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|([0#?])|(\.)|(,)|(e[+-])|(\/)|(.)/giu;

function parseSection(section: string): Section {
  let before = "";
  let after = "";
  let digits = 0;
  let behindPoint: number | null = null;
  let behindFakePoint: number | null = null;
  let commas = 0;
  let unbounded = false;
  for (const [, quoted, escaped, currency, place, point, comma, exponent, fraction, other] of section.matchAll(TOKEN)) {
    if (place) {
      digits += 1;
      commas = 0;
      if (behindPoint !== null) behindPoint += 1;
      if (behindFakePoint !== null) behindFakePoint += 1;
    } else if (point) behindPoint = 0;
    else if (comma) commas += digits > 0 ? 1 : 0;
    else if (exponent || fraction) unbounded = true;
    else {
      const text = quoted ?? escaped ?? currency ?? other ?? "";
      // A point that is only a letter between digits is how 万 are shown: 251000 as 25.1.
      if (text === "." && digits > 0) behindFakePoint = 0;
      else if (digits > 0) after += text;
      else before += text;
    }
  }
  const shiftBy = commas * 3 + (behindFakePoint ?? 0);
  const places = unbounded || shiftBy > 0 ? Number.POSITIVE_INFINITY : (behindPoint ?? 0);
  return { before, after, digits: digits > 0, places, shiftBy };
}

const CONDITION = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

/** The part of `positive;negative;zero;text`, or of conditional parts, that applies to the value. */
function chooseSection(format: string, value: number): string {
  const sections = format.match(/(?:"[^"]*"|[\\!].|[^;"\\!])+|(?<=;|^)(?=;|$)/gu) ?? [format];
  const [first = "", second, third] = sections;
  if (sections.some((section) => CONDITION.test(section))) {
    return sections.find((section) => meets(section, value)) ?? first;
  }
  if (value < 0) return second ?? first;
  return value === 0 ? (third ?? first) : first;
}

function meets(section: string, value: number): boolean {
  const [, operator, bound] = CONDITION.exec(section) ?? [];
  if (bound === undefined) return true;
  const limit = Number(bound);
  const order = value - limit;
  return operator === "<>"
    ? order !== 0
    : (order < 0 && /^</.test(operator ?? "")) ||
        (order > 0 && /^>/.test(operator ?? "")) ||
        (order === 0 && /=/.test(operator ?? ""));
}
