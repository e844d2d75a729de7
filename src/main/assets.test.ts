import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTENT_SECURITY_POLICY, listAssets, ORIGIN, resolveAsset } from "./assets.ts";

let outside: string;
let assets: ReadonlyMap<string, string>;

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), "nianbao-assets-"));
  const root = join(outside, "renderer");
  await mkdir(join(root, "assets"), { recursive: true });
  await writeFile(join(outside, "secret.html"), "secret");
  await writeFile(join(root, "index.html"), "page");
  await writeFile(join(root, "notes.txt"), "not a kind that pages need");
  await writeFile(join(root, "assets", "index.js"), "code");
  assets = listAssets(root);
});

afterAll(() => rm(outside, { recursive: true }));

describe("app:// addresses", () => {
  it("serve the pages and nothing else in the folder", () => {
    expect([...assets.keys()].sort()).toEqual(["/assets/index.js", "/index.html"]);
    expect(resolveAsset(assets, `${ORIGIN}/index.html`)).toBe(join(outside, "renderer", "index.html"));
  });

  it.each([
    `${ORIGIN}/../secret.html`,
    `${ORIGIN}/%2e%2e/secret.html`,
    `${ORIGIN}/..%2fsecret.html`,
    `${ORIGIN}/..%5csecret.html`,
    `${ORIGIN}/assets/../../secret.html`,
    `${ORIGIN}//etc/passwd`,
    `${ORIGIN}/notes.txt`,
    `${ORIGIN}/`,
    `${ORIGIN}/index.html?x`,
    `${ORIGIN}/index.html%00.js`,
    `${ORIGIN}:80/index.html`,
    "app://other/index.html",
    "app://user@nianbao/index.html",
    "file:///etc/passwd",
    "https://nianbao/index.html",
    "not an address",
  ])("refuse %s", (url) => {
    expect(resolveAsset(assets, url)).toBeNull();
  });

  it("never lead out of the folder, whatever is asked", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("..", ".", "/", "\\", "%2e", "%2f", "secret.html", "assets")), (parts) => {
        expect(resolveAsset(assets, `${ORIGIN}/${parts.join("/")}`)).toBeNull();
      }),
    );
  });

  it("come with a policy that allows nothing, and then the least", () => {
    expect(CONTENT_SECURITY_POLICY.split("; ")).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types ProseMirrorClipboard",
    ]);
  });
});
