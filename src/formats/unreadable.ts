/**
 * A file that cannot be read. `message` is one Chinese sentence for the clerk: what it is and what to do,
 * without the file's name (the caller knows it).
 */
export class UnreadableFile extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UnreadableFile";
    this.code = code;
  }
}
