const UTF16 = new TextDecoder("utf-16le");

/** Little-endian numbers of a stream. A place outside of it is a `RangeError`, which the reader takes for damage. */
export class Bytes {
  readonly all: Uint8Array;
  readonly #view: DataView;

  constructor(all: Uint8Array) {
    this.all = all;
    this.#view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  }

  get length(): number {
    return this.all.length;
  }

  u8(at: number): number {
    return this.#view.getUint8(at);
  }

  u16(at: number): number {
    return this.#view.getUint16(at, true);
  }

  i16(at: number): number {
    return this.#view.getInt16(at, true);
  }

  u32(at: number): number {
    return this.#view.getUint32(at, true);
  }

  i32(at: number): number {
    return this.#view.getInt32(at, true);
  }

  /** @throws RangeError where the stream is shorter */
  part(at: number, length: number): Bytes {
    if (at < 0 || length < 0 || at + length > this.length) throw new RangeError("a part outside the stream");
    return new Bytes(this.all.subarray(at, at + length));
  }

  /** UTF-16 text of `count` units. */
  text(at: number, count: number): string {
    return UTF16.decode(this.part(at, count * 2).all);
  }
}
