/**
 * A file that cannot be read. `message` is one Chinese sentence for the clerk: what it is and what to do,
 * without the file's name (the caller knows it).
 */
export class UnreadableFile extends Error {
  readonly code: string;
  /** Which of several files it is, counted from 0 in the order in which they were given. */
  file = 0;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UnreadableFile";
    this.code = code;
  }
}
