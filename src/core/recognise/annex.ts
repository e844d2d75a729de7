import type { AnnexForm, TableForm } from "../form/schema.ts";
import type { Annex } from "../report/report.ts";
import { fold, halfWidth, removeSpace, trimText } from "../text/fold.ts";

export type AnnexPart =
  | { readonly kind: "number" | "title"; readonly text: string }
  /** `附件：政府信息公开情况统计表`: number and title on one line; at the end of a text it announces the annex. */
  | { readonly kind: "headed"; readonly number: string; readonly title: string }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "fields"; readonly fields: Partial<Annex> };

const NUMBER = /^附(?:件|表|录)?[一二三四五六七八九十\d]*[:\uff1a]?$/;
const HEADED = /^(附(?:件|表|录)?[一二三四五六七八九十\d]*)\s*[:\uff1a]\s*(\S.*)$/;

/** What a line near the statistics table says, or `null` when it is no line of the annex. */
export function annexLine(text: string, annex: AnnexForm, table: TableForm): AnnexPart | null {
  const tight = removeSpace(halfWidth(text));
  if (NUMBER.test(tight)) return { kind: "number", text: trimText(text).replace(/\s*[:\uff1a]$/, "") };
  const year = /^\(?(20\d{2})年?度?\)?$/.exec(tight);
  if (year && tight !== year[1]) return { kind: "year", year: Number(year[1]) };
  const headed = HEADED.exec(trimText(text));
  if (headed?.[1] && headed[2] && isTitle(headed[2], table))
    return { kind: "headed", number: headed[1], title: headed[2] };
  if (isTitle(text, table)) return { kind: "title", text: trimText(text) };
  const fields = signOff(text, annex);
  return fields && { kind: "fields", fields };
}

function isTitle(text: string, table: TableForm): boolean {
  const folded = fold(text);
  if (folded.length > 40) return false;
  const names = [table.title, ...(table.titleVariants ?? [])].map(fold);
  return names.some((name) => folded.endsWith(name)) || names.includes(folded.replace(/20\d{2}年?度?/, ""));
}

type Field = keyof Annex;

interface Pairs {
  readonly pattern: RegExp;
  readonly fields: ReadonlyMap<string, Field>;
}

const prepared = new WeakMap<AnnexForm, Pairs>();

function pairsOf(annex: AnnexForm): Pairs {
  const known = prepared.get(annex);
  if (known) return known;
  const labels = [{ key: "unit" as const, ...annex.unitLabel }, ...annex.signOff].flatMap(({ key, label, variants }) =>
    [label, ...(variants ?? [])].map((name) => ({ key, name })),
  );
  labels.sort((a, b) => b.name.length - a.name.length);
  const names = labels.map(({ name }) => looseName(name)).join("|");
  const signed = "(?:[(\\uff08](?:签字|签章|盖章|公章|签名)[)\\uff09])?";
  const pairs: Pairs = {
    pattern: new RegExp(`(${names})\\s*${signed}\\s*[:\\uff1a]`, "g"),
    fields: new Map(labels.map(({ key, name }) => [fold(name), key])),
  };
  prepared.set(annex, pairs);
  return pairs;
}

/**
 * `单位负责人:张三  审核人:李四  填报日期:2019年1月10日` → the fields of the annex. `null` unless the whole line is
 * made of such pairs. An empty value is `null`.
 */
function signOff(text: string, annex: AnnexForm): Partial<Annex> | null {
  if (!/[:\uff1a]/.test(text) || text.length > 400) return null;
  const { pattern, fields: known } = pairsOf(annex);
  const found = [...text.matchAll(pattern)];
  const [first] = found;
  if (!first || trimText(text.slice(0, first.index)) !== "") return null;
  const fields: { -readonly [K in Field]?: string | null } = {};
  for (const [i, match] of found.entries()) {
    const value = trimText(text.slice(match.index + match[0].length, found[i + 1]?.index ?? text.length));
    const key = known.get(fold(match[1] ?? ""));
    if (!key || value.length > 60) return null;
    const before = fields[key] ?? null;
    // Two people for one office: no line that can be read by itself.
    if (before !== null && value !== "" && value !== before) return null;
    fields[key] = value === "" ? before : value;
  }
  return fields;
}

/** The name with white space allowed between its letters and either kind of bracket. */
function looseName(name: string): string {
  return [...name]
    .map((letter) =>
      /[(\uff08]/.test(letter)
        ? "[(\uff08]"
        : /[)\uff09]/.test(letter)
          ? "[)\uff09]"
          : letter.replace(/[.*+?^${}|[\]\\]/g, "\\$&"),
    )
    .join("\\s*");
}
