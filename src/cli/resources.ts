import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Form } from "../core/form/form.ts";
import { testedForm } from "../core/form/tested.ts";
import type { Preset } from "../core/paper/preset.ts";
import { Failure } from "./failure.ts";

// What tests a file is loaded only where there is one to test: it is a good part of a short process.

/** Beside the bundle (`out/cli/index.js`) as beside the source. `NIANBAO_RESOURCES` names another folder. */
const FOLDER = process.env.NIANBAO_RESOURCES ?? join(import.meta.dirname, "..", "..", "resources");

/** Every form of the folder, by name. A broken form file is refused with its place and reason. */
export async function readForms(): Promise<Form[]> {
  const folder = join(FOLDER, "forms");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(names.map((name) => readForm(join(folder, name), name)));
}

async function readForm(path: string, name: string): Promise<Form> {
  const text = await readFile(path, "utf8");
  const tested = testedForm(text, createHash("sha256").update(text).digest("hex"));
  if (tested) return tested;
  const { loadForm } = await import("../core/form/load.ts");
  const result = loadForm(parsed(text, name));
  if (result.ok) return result.form;
  const [fault] = result.faults;
  throw new Failure(
    `表样文件 ${name} 有错，没有使用：${fault?.place} ${fault?.reason}${result.faults.length > 1 ? `（共 ${result.faults.length} 处）` : ""}`,
  );
}

/** The named preset of the official Word format. */
export async function readPreset(id = "guobiao"): Promise<Preset> {
  const name = `${id}.json`;
  const { loadPreset } = await import("../core/paper/preset.ts");
  const result = loadPreset(parsed(await readFile(join(FOLDER, "presets", name), "utf8"), name));
  if (result.ok) return result.preset;
  const [fault] = result.faults;
  throw new Failure(`公文格式文件 ${name} 有错，没有使用：${fault?.place} ${fault?.reason}`);
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`${name} 不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`);
  }
}
