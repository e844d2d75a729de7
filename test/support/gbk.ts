/** GBK, which nothing in Node writes: the decoder, turned round. */
const codes = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder("gb18030");
for (let lead = 0x81; lead <= 0xfe; lead += 1)
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const letter = decoder.decode(Uint8Array.of(lead, trail));
    if (letter.length === 1 && letter !== "\ufffd") codes.set(letter, [lead, trail]);
  }

/** The text in GBK; a letter that GBK has not is `?`. */
export function gbk(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((letter) => (letter < "\u0080" ? [letter.charCodeAt(0)] : (codes.get(letter) ?? [0x3f]))),
  );
}
