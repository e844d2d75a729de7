/** Why main did not do what the window asked. */
export type ErrorCode =
  /** The call came from a page or frame that is not ours. */
  | "foreign-sender"
  /** The input does not have the shape that the contract names. */
  | "bad-input"
  /** The opaque id names nothing (any more). */
  | "unknown-source"
  /** The file cannot be read as a report; the message says why. */
  | "unreadable"
  | "too-large"
  | "timeout"
  | "memory"
  | "cancelled"
  /** The report was saved from elsewhere meanwhile; nothing was overwritten. */
  | "conflict"
  /** The database cannot be used now; the message says why. */
  | "store"
  /** The disk, the folder or the file does not take what was to be written. */
  | "unwritable"
  /** A fault of the program itself. */
  | "internal";

export interface Failure {
  readonly code: ErrorCode;
  /** One Chinese sentence for the clerk. */
  readonly message: string;
}

/** Every call is answered; none throws. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export function fail(code: ErrorCode, message: string): { ok: false; error: Failure } {
  return { ok: false, error: { code, message } };
}
