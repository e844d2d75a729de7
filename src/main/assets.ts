import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { Protocol } from "electron";

/** Where the window's own pages live; no other origin is ever loaded. */
const SCHEME = "app";
export const ORIGIN = "app://nianbao";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** Nothing, and then what the window needs: its own scripts, style sheets and pictures. Sent with every answer. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // ProseMirror parses what is pasted by `innerHTML` in a document without a window, where no script runs and nothing
  // is fetched; of the result only what the report's schema knows comes into the page. It makes its policy at the
  // first paste, and no other policy of this or another name can be made.
  "trusted-types ProseMirrorClipboard",
].join("; ");

const HEADERS = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/**
 * Every file that may be served, by its URL path (`/index.html`). Listed once from the root, so that no
 * path from outside is ever joined to a folder: what is not in the list does not exist.
 */
export function listAssets(root: string): ReadonlyMap<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && extname(entry.name) in TYPES)
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [`/${relative(root, file).split(sep).join("/")}`, file]));
}

/** The file that a URL names, or `null` for a foreign host, a query, or anything that is not listed. */
export function resolveAsset(assets: ReadonlyMap<string, string>, url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname, search, username, password, port } = new URL(url);
  if (`${protocol}//${host}` !== ORIGIN || search || username || password || port) return null;
  return assets.get(pathname) ?? null;
}

/** Must run before `ready`. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the window's pages from the files under `root`, with the policy as a header. Must run after `ready`. */
export function serveAssets(protocol: Protocol, root: string): void {
  const assets = listAssets(root);
  protocol.handle(SCHEME, async (request) => {
    const file = request.method === "GET" ? resolveAsset(assets, request.url) : null;
    if (!file) return new Response(null, { status: 404, headers: HEADERS });
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    return new Response(new Uint8Array(await readFile(file)), { headers: { ...HEADERS, "content-type": type } });
  });
}
