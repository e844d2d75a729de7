/**
 * The initials of Chinese text by its reading: `收到申请数` → `sdsqs`. The system's own order of Chinese by
 * pinyin tells where each letter begins; characters of several readings get the one that it sorts them by.
 */
export function pinyinInitials(text: string): string {
  return [...text].map(initialOf).join("");
}

/** For each letter that begins a syllable the first common character that is sorted under it. */
const FIRST: readonly (readonly [string, string])[] = [
  ["a", "阿"],
  ["b", "八"],
  ["c", "嚓"],
  ["d", "哒"],
  ["e", "妸"],
  ["f", "发"],
  ["g", "旮"],
  ["h", "哈"],
  ["j", "讥"],
  ["k", "咔"],
  ["l", "垃"],
  ["m", "妈"],
  ["n", "拏"],
  ["o", "噢"],
  ["p", "妑"],
  ["q", "七"],
  ["r", "呥"],
  ["s", "仨"],
  ["t", "他"],
  ["w", "屲"],
  ["x", "夕"],
  ["y", "丫"],
  ["z", "匝"],
];

const order = new Intl.Collator("zh-CN-u-co-pinyin");

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase();
  return FIRST.findLast(([, first]) => order.compare(character, first) >= 0)?.[0] ?? "";
}
