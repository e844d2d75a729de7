import { crc32, inflateRawSync } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { UnreadableFile } from "../unreadable.ts";
import { LIMITS } from "./limits.ts";

/** A zip whose table of contents passed every test. Nothing is inflated before it is asked for. */
export interface ZipArchive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The entry's bytes, or `null` when there is none of that name. Names are compared without regard to case. */
  read(name: string): Promise<Uint8Array | null>;
}

/**
 * Opens a zip that a stranger made. Count, names, sizes and ratios are tested on the table of contents before
 * anything is inflated; while inflating, the declared size is the bound and the checksum is compared.
 * @throws UnreadableFile for anything that is not a sound, small, plain zip.
 */
export async function openZip(bytes: Uint8Array): Promise<ZipArchive> {
  refuseBySignature(bytes);
  if (bytes.length > LIMITS.fileBytes) throw tooLarge();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await orDamaged(() => fromBufferPromise(buffer, { lazyEntries: true }));
  const entries = await readContents(zip, buffer.length);
  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    has: (name) => entries.has(name.toLowerCase()),
    read: async (name) => {
      const entry = entries.get(name.toLowerCase());
      return entry ? inflate(zip, buffer, entry) : null;
    },
  };
}

/**
 * For libraries that unzip by themselves: throws unless every entry is what the table of contents says.
 * Each entry is inflated once, inside its declared bound, and thrown away.
 */
export async function verifyZip(bytes: Uint8Array): Promise<void> {
  const zip = await openZip(bytes);
  for (const name of zip.names) await zip.read(name);
}

async function readContents(zip: ZipFile, size: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > LIMITS.entries) throw bomb();
  const entries = new Map<string, Entry>();
  let packed = 0;
  let total = 0;
  await orDamaged(async () => {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith("/")) continue;
      refuseEntry(entry);
      const key = entry.fileName.toLowerCase();
      if (entries.has(key)) throw damaged();
      entries.set(key, entry);
      packed += entry.compressedSize;
      total += entry.uncompressedSize;
      // More packed bytes than the file has: entries overlap, one lump of data inflated many times.
      if (packed > size) throw bomb();
      if (total > LIMITS.totalBytes) throw bomb();
    }
  });
  return entries;
}

function refuseEntry(entry: Entry): void {
  if (entry.isEncrypted()) throw encrypted();
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw damaged();
  const { compressedSize, uncompressedSize } = entry;
  if (uncompressedSize > LIMITS.ratioCountsFrom && uncompressedSize > compressedSize * LIMITS.ratio) throw bomb();
}

async function inflate(zip: ZipFile, buffer: Buffer, entry: Entry): Promise<Uint8Array> {
  return orDamaged(async () => {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    // In one step and bounded: streams cost more than the inflating itself on parts of this size.
    const bytes =
      entry.compressionMethod === 0
        ? packed
        : inflateRawSync(packed, { maxOutputLength: Math.max(entry.uncompressedSize, 1) });
    if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) throw damaged();
    return bytes;
  });
}

async function orDamaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged(error);
  }
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Office keeps an encrypted document in an OLE file under this name. */
const ENCRYPTED_PACKAGE = Buffer.from("EncryptedPackage", "utf16le");

function refuseBySignature(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnreadableFile("file.empty", "文件是空的（0 字节），请重新取得这份文件。");
  if (!OLE.every((byte, i) => bytes[i] === byte)) return;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (head.includes(ENCRYPTED_PACKAGE)) throw encrypted();
  throw new UnreadableFile(
    "zip.ole",
    "这是旧版 Office 格式（.doc/.xls）的文件，不是 .docx/.xlsx；请用 Word 或 WPS 另存为新格式后再导入。",
  );
}

function damaged(cause?: unknown): UnreadableFile {
  return new UnreadableFile(
    "zip.damaged",
    "文件已损坏或不完整，无法读取；原文件没有改动，请用 Word 或 WPS 打开后另存一份，再导入新的一份。",
    { cause },
  );
}

function encrypted(): UnreadableFile {
  return new UnreadableFile("zip.encrypted", "文件加了密码，无法读取；请在 Word 或 WPS 中取消密码、保存后再导入。");
}

function bomb(): UnreadableFile {
  return new UnreadableFile("zip.bomb", "文件解压后异常庞大，不像正常的文档，为安全起见没有打开；请核对文件来源。");
}

function tooLarge(): UnreadableFile {
  const most = LIMITS.fileBytes / 1024 / 1024;
  return new UnreadableFile("file.large", `文件超过 ${most} MB，没有读取；请删去其中的大图片后另存，再导入。`);
}
