/** The operators of pdf.js' list that are looked at, by its own numbers (`OPS`); a test holds them to the library's. */
export const Operator = {
  save: 10,
  restore: 11,
  transform: 12,
  beginText: 31,
  charSpacing: 33,
  wordSpacing: 34,
  scale: 35,
  leading: 36,
  font: 37,
  rise: 39,
  move: 40,
  leadingMove: 41,
  textMatrix: 42,
  nextLine: 43,
  show: 44,
  markBegin: 69,
  markBeginWithText: 70,
  markEnd: 71,
  formBegin: 74,
  formEnd: 75,
  annotationBegin: 80,
  annotationEnd: 81,
  path: 91,
} as const;

/** How a path is drawn: the first argument of `path`. */
export const PathEnd = {
  stroke: 20,
  closeStroke: 21,
  fill: 22,
  eoFill: 23,
  fillStroke: 24,
  eoFillStroke: 25,
  closeFillStroke: 26,
  closeEOFillStroke: 27,
} as const;
