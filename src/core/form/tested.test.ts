import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { loadForm } from "./load.ts";

const text = readFileSync("resources/forms/gongkai-2014.json", "utf8");
const sha256 = (of: string) => createHash("sha256").update(of).digest("hex");

it("gives the form of a file that was tested at the build as a test of it would, and of no other", async () => {
  vi.stubGlobal("TESTED_FORMS", [sha256(text)]);
  const { testedForm } = await import("./tested.ts");
  expect(loadForm(JSON.parse(text))).toEqual({ ok: true, form: testedForm(text, sha256(text)) });
  expect(testedForm(`${text} `, sha256(`${text} `))).toBeNull();
});
