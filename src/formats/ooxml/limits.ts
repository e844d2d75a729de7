/**
 * What an office file may be at most. A yearly report is a few pages: the bounds are a hundred times what any
 * real one needs, and stand only against files made to exhaust the machine.
 */
export const LIMITS = {
  /** Bytes of the file as it lies on the disk. */
  fileBytes: 64 * 1024 * 1024,
  entries: 2_000,
  /** Bytes of all entries together, inflated. */
  totalBytes: 200 * 1024 * 1024,
  /** Inflated bytes for each packed byte; small entries (a blank picture) may pack better. */
  ratio: 200,
  ratioCountsFrom: 1024 * 1024,
  /** UTF-16 units of one XML part. */
  xmlLength: 48 * 1024 * 1024,
  xmlDepth: 256,
  xmlElements: 2_000_000,
} as const;
