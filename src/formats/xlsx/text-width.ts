/** The width of one line in points: a Chinese character is as wide as its size, a half-width one about half. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text) sum += (character.codePointAt(0) ?? 0) > 0xff ? size : size * 0.55;
  return sum;
}

/** How many lines a text takes in a column of that many points; rather one too many than one cut off. */
export function lineCount(text: string, size: number, room: number): number {
  // A line may end a character early, so that no comma begins the next.
  const line = Math.max(room - size, size);
  return text.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil(textWidth(part, size) / line)), 0);
}
