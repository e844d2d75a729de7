import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Form } from "../core/form/form.ts";
import { loadForm } from "../core/form/load.ts";
import { loadPreset, type Preset } from "../core/paper/preset.ts";
import { Failure } from "./failure.ts";

/** Beside the bundle (`out/cli/index.js`) as beside the source. `NIANBAO_RESOURCES` names another folder. */
const FOLDER = process.env.NIANBAO_RESOURCES ?? join(import.meta.dirname, "..", "..", "resources");

/** Every form of the folder, by name. A broken form file is refused with its place and reason. */
export async function readForms(): Promise<Form[]> {
  const folder = join(FOLDER, "forms");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(names.map((name) => readForm(join(folder, name), name)));
}

async function readForm(path: string, name: string): Promise<Form> {
  const result = loadForm(await readJson(path, name));
  if (result.ok) return result.form;
  const [fault] = result.faults;
  throw new Failure(
    `表样文件 ${name} 有错，没有使用：${fault?.place} ${fault?.reason}${result.faults.length > 1 ? `（共 ${result.faults.length} 处）` : ""}`,
  );
}

/** The named preset of the official Word format. */
export async function readPreset(id = "guobiao"): Promise<Preset> {
  const name = `${id}.json`;
  const result = loadPreset(await readJson(join(FOLDER, "presets", name), name));
  if (result.ok) return result.preset;
  const [fault] = result.faults;
  throw new Failure(`公文格式文件 ${name} 有错，没有使用：${fault?.place} ${fault?.reason}`);
}

async function readJson(path: string, name: string): Promise<unknown> {
  const text = await readFile(path, "utf8");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`${name} 不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`);
  }
}
