/** Radicals that look like a whole letter of today and are written as one; Unicode knows no way from these to those. */
const RADICALS =
  "\u2e8e兀\u2e9d月\u2e9f母\u2ea0民\u2ea7牛\u2ea9王\u2eac示\u2eae竹\u2eb6羊\u2ebc肉\u2ec1虎\u2ec4西\u2ec5见\u2ec6角\u2ec9贝\u2eca足\u2ecb车\u2ed1長\u2ed3长\u2ed4门\u2ed7雨\u2ed8青\u2ed9韦\u2eda页\u2edb风\u2edc飞\u2edd食\u2ee2马\u2ee3骨\u2ee4鬼\u2ee5鱼\u2ee6鸟\u2ee7卤\u2ee8麦\u2ee9黄\u2eea黾\u2eec齐\u2eee齿\u2ef0龙\u2ef3龟";
const LETTERS: ReadonlyMap<string, string> = new Map(
  [...RADICALS.matchAll(/(.)(.)/g)].map(([, radical = "", letter = ""]) => [radical, letter]),
);

/** Stands for a glyph of which the font does not say what letter it is. */
export const UNKNOWN = "\ufffd";

/**
 * The text of a glyph as one would type it. Fonts often name a letter by its radical (`\u2f00` for 一), which looks the
 * same and is found by no search; ligatures are letters, odd blanks are blanks.
 */
export function plainLetters(text: string): string {
  const plain = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/.test(text)
    ? text.normalize("NFKC").replace(/[\u2e80-\u2ef3]/g, (radical) => LETTERS.get(radical) ?? radical)
    : text;
  return plain
    .replace(/[\u6236\u9751]/g, (letter) => (letter === text ? letter : letter === "\u6236" ? "户" : "青"))
    .replace(/[\t\n\r\u00a0\ufeff]/g, " ")
    .replace(/[\u0000-\u001f\ufffe\uffff]/g, UNKNOWN);
}
