/**
 * The reporting office's name, found in its own prose: the most frequent name that ends as an office does.
 * There is no list of offices; a name shows by recurring whole while its left neighbours change.
 */

/** Ends of office names, and what may not follow (then the letters are part of another word). */
const ENDS: readonly { readonly end: string; readonly not: string; readonly weight: number }[] = [
  { end: "街道办事处", not: "", weight: 1 },
  { end: "街道", not: "", weight: 1 },
  { end: "镇人民政府", not: "", weight: 1 },
  { end: "乡人民政府", not: "", weight: 1 },
  { end: "镇", not: "长乡区江域村", weight: 1 },
  { end: "乡", not: "长镇村亲土下", weight: 1 },
  { end: "委员会", not: "", weight: 0.8 },
  { end: "管委会", not: "", weight: 1 },
  { end: "局", not: "限部面势长党机内领", weight: 1 },
  { end: "委", not: "托员派书办会", weight: 0.8 },
  { end: "办公室", not: "主", weight: 0.3 },
  { end: "办", not: "公理事法结函发文案好学实证", weight: 0.5 },
  { end: "厅", not: "长", weight: 0.8 },
  { end: "中心", not: "组工任", weight: 0.4 },
];

/** Letters that stand before a name and are mostly no part of it. */
const BOUNDARY = new Set([..."我本该各由在对向为和与及了将经是按的从给把被让请至于并或其每全这那据照受以等到同就现"]);
/** What a name follows in a sentence that names it only once: `现公布区统计局…`. */
const LEADING = /^(?:公布|发布|编制|按照|根据|关于|依据|结合)/;
/** What makes a name a kind of office instead of one office. */
const GENERIC =
  /领导小组|有关|相关|上级|部门|各|等|同级|所属|下属|基层|乡镇|社区|工作|信息|公开|行政办|党政办|综合办|政务|群众|^[省市县区州旗]?(?:人民政府|政府|委|党委)办公[室厅]$/;
const LONGEST = 16;

/** The most likely name, or `null` when the prose names no office. */
export function unitFromProse(paragraphs: readonly string[]): string | null {
  const text = paragraphs.join("\n");
  const scores = new Map<string, number>();
  for (const { end, not, weight } of ENDS) {
    const counts = new Map<string, number>();
    for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) {
      const after = text[at + end.length] ?? "";
      if (not.includes(after) && after !== "") continue;
      const name = nameEndingAt(text, at, end);
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    // An office that calls itself 我局 ends in 局; a name said once may be any words before 局.
    const self = new RegExp(`[我本]${end}(?![${not || "\\n"}])`).test(text);
    for (const [name, count] of counts) scores.set(name, count * weight * (self && count > 1 ? 3 : 1));
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  return best ? best[0] : null;
}

/** Walks left from the end while the longer text keeps recurring as often, to where the name begins. */
function nameEndingAt(text: string, at: number, end: string): string | null {
  const till = at + end.length;
  let from = at;
  let often = 0;
  for (let next = at - 1; next >= 0 && at - next <= LONGEST; next -= 1) {
    const letter = text[next] ?? "";
    if (!/\p{Script=Han}/u.test(letter)) break;
    const count = occurrences(text, text.slice(next, till));
    // 和 joins two names, but it also stands in 和平街道 and 发展和改革委员会: there it comes back every time.
    if (BOUNDARY.has(letter) && (often < 2 || count < often)) break;
    // Two letters of a proper name always belong together; beyond that the name ends where it stops recurring.
    if (at - next > 2 && (count < often * 0.6 || (count === 1 && at - next > 8))) break;
    from = next;
    often = count;
  }
  const stem = text.slice(from, at).replace(LEADING, "");
  const name = stem + end;
  return stem === "" || GENERIC.test(name) || /^[市县区省乡镇]$/.test(stem) ? null : name;
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
