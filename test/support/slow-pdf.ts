import { deflateSync } from "node:zlib";

/** A small file that takes any reader minutes and little memory: many pages, each of the same millions of numbers. */
export function slowPdf(pages = 400, numbers = 6_000_000): Uint8Array {
  const stream = deflateSync(Buffer.from("1 ".repeat(numbers)));
  const ids = Array.from({ length: pages }, (_, i) => i + 4);
  const objects = [
    "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj",
    `2 0 obj << /Type /Pages /Kids [${ids.map((id) => `${id} 0 R`).join(" ")}] /Count ${pages} >> endobj`,
    ...ids.map((id) => `${id} 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >> endobj`),
    `3 0 obj << /Length ${stream.length} /Filter /FlateDecode >> stream\n`,
  ];
  const end = "\nendstream endobj\ntrailer << /Root 1 0 R >>\n";
  return new Uint8Array(Buffer.concat([Buffer.from(`%PDF-1.4\n${objects.join("\n")}`), stream, Buffer.from(end)]));
}
