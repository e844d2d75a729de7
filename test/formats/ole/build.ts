const SECTOR = 512;
const MINI = 64;
const SMALLEST = 4096;
const END = 0xfffffffe;
const FREE = 0xffffffff;

/** A compound file made by hand from the streams of its root; small ones go into the mini stream, as in real files. */
export function compoundOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const table: number[] = [];
  const sectors: Buffer[] = [];
  const put = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return END;
    const start = sectors.length;
    const count = Math.ceil(bytes.length / SECTOR);
    for (let i = 0; i < count; i += 1) {
      sectors.push(padded(bytes.subarray(i * SECTOR, (i + 1) * SECTOR), SECTOR));
      table.push(i === count - 1 ? END : start + i + 1);
    }
    return start;
  };

  const mini: Buffer[] = [];
  const miniTable: number[] = [];
  const placed = Object.entries(streams).map(([name, bytes]) => {
    if (bytes.length >= SMALLEST) return { name, start: put(bytes), size: bytes.length };
    const start = miniTable.length;
    const count = Math.ceil(bytes.length / MINI);
    for (let i = 0; i < count; i += 1) miniTable.push(i === count - 1 ? END : start + i + 1);
    mini.push(padded(bytes, count * MINI));
    return { name, start: count === 0 ? END : start, size: bytes.length };
  });
  const miniStream = Buffer.concat(mini);
  const root = { name: "Root Entry", start: put(miniStream), size: miniStream.length };
  const miniStart = put(words(miniTable));

  // One entry's right-hand brother is the next: a tree that has grown to one side only.
  const entries = [root, ...placed].map((entry, i) =>
    entryOf(entry, i === 0 ? 5 : 2, i === 0 ? 1 : FREE, i > 0 && i < placed.length ? i + 1 : FREE),
  );
  const directory = put(Buffer.concat(entries));

  // The table lists its own sectors, and those that list the table where the header has no room.
  const room = SECTOR / 4;
  let tables = 0;
  let lists = 0;
  while (table.length + tables + lists > tables * room || tables > 109 + lists * (room - 1)) {
    if (tables > 109 + lists * (room - 1)) lists += 1;
    else tables += 1;
  }
  const firstTable = sectors.length;
  const firstList = firstTable + tables;
  for (let i = 0; i < tables; i += 1) table.push(0xfffffffd);
  for (let i = 0; i < lists; i += 1) table.push(0xfffffffc);
  const fat = words(table);
  for (let i = 0; i < tables; i += 1)
    sectors.push(
      padded(fat.subarray(i * SECTOR, (i + 1) * SECTOR), SECTOR).fill(
        0xff,
        Math.max(0, Math.min(SECTOR, table.length * 4 - i * SECTOR)),
      ),
    );
  for (let i = 0; i < lists; i += 1) {
    const listed = Array.from({ length: room - 1 }, (_, k) => 109 + i * (room - 1) + k).map((nth) =>
      nth < tables ? firstTable + nth : FREE,
    );
    sectors.push(words([...listed, i === lists - 1 ? END : firstList + i + 1]));
  }

  const header = Buffer.alloc(SECTOR);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  header.writeUInt16LE(0x3e, 0x18);
  header.writeUInt16LE(3, 0x1a);
  header.writeUInt16LE(0xfffe, 0x1c);
  header.writeUInt16LE(9, 0x1e);
  header.writeUInt16LE(6, 0x20);
  header.writeUInt32LE(tables, 0x2c);
  header.writeUInt32LE(directory, 0x30);
  header.writeUInt32LE(SMALLEST, 0x38);
  header.writeUInt32LE(miniStart, 0x3c);
  header.writeUInt32LE(miniTable.length === 0 ? 0 : Math.ceil((miniTable.length * 4) / SECTOR), 0x40);
  header.writeUInt32LE(lists === 0 ? END : firstList, 0x44);
  header.writeUInt32LE(lists, 0x48);
  for (let i = 0; i < 109; i += 1) header.writeUInt32LE(i < tables ? firstTable + i : FREE, 0x4c + i * 4);
  return new Uint8Array(Buffer.concat([header, ...sectors]));
}

function entryOf(
  { name, start, size }: { readonly name: string; readonly start: number; readonly size: number },
  type: number,
  child: number,
  right: number,
): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, "utf16le");
  entry.writeUInt16LE(name.length * 2 + 2, 0x40);
  entry.writeUInt8(type, 0x42);
  entry.writeUInt8(1, 0x43);
  entry.writeUInt32LE(FREE, 0x44);
  entry.writeUInt32LE(right, 0x48);
  entry.writeUInt32LE(child, 0x4c);
  entry.writeUInt32LE(start, 0x74);
  entry.writeUInt32LE(size, 0x78);
  return entry;
}

function padded(bytes: Uint8Array, size: number): Buffer {
  const buffer = Buffer.alloc(size);
  buffer.set(bytes);
  return buffer;
}

function words(values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) buffer.writeUInt32LE(value, i * 4);
  return padded(buffer, Math.ceil(buffer.length / SECTOR) * SECTOR);
}
