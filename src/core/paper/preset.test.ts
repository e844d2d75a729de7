import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadPreset, type Preset, presetFonts } from "./preset.ts";

const PATH = join(import.meta.dirname, "../../../resources/presets/guobiao.json");
const GUOBIAO: Preset = JSON.parse(readFileSync(PATH, "utf8"));

function faults(json: unknown): string[] {
  const result = loadPreset(json);
  return result.ok ? [] : result.faults.map(({ place, reason }) => `${place}: ${reason}`);
}

describe("loadPreset", () => {
  test("takes 国标, whose text area is that of GB/T 9704-2012: 156 × 225 mm", () => {
    const result = loadPreset(GUOBIAO);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    const { page, name } = result.preset;
    expect(name).toBe("国标");
    expect([page.width - page.left - page.right, page.height - page.top - page.bottom]).toEqual([156, 225]);
  });

  test("names every fault with its place", () => {
    expect(faults({ ...GUOBIAO, text: { ...GUOBIAO.text, body: { font: "", size: 16.2, bold: "no" } } })).toEqual([
      "text.body.font: 数值太小或文字太短",
      "text.body.size: 字号须为 0.5 磅的整数倍",
      "text.body.bold: 缺少这一项，或类型不对",
    ]);
    expect(faults({ ...GUOBIAO, page: { ...GUOBIAO.page, left: 170 } })).toEqual([
      "page: 左右页边距太大，版心不足 50 毫米",
    ]);
    expect(faults({ ...GUOBIAO, colour: "red" })).toEqual(["（整个文件）: 有不认识的字段"]);
    expect(faults(null)).toHaveLength(1);
  });

  test("lists each font once", () => {
    const latin = { ...GUOBIAO.text.body, latin: "Times New Roman" };
    expect(presetFonts({ ...GUOBIAO, text: { ...GUOBIAO.text, body: latin } }).sort()).toEqual(
      ["Times New Roman", "仿宋_GB2312", "宋体", "方正小标宋简体", "楷体_GB2312", "黑体"].sort(),
    );
  });
});
