import { describe, expect, it } from "vitest";
import { unitFromProse } from "./unit.ts";

describe("the office's name in its own prose", () => {
  it.each([
    [
      "青禾街道",
      [
        "我街道认真落实要求。成立了青禾街道政务公开工作领导小组。",
        "对《青禾街道政府信息公开指南》和《青禾街道政府信息公开目录》进行了更新。",
        "按照临江市政务公开办公室的要求报送。",
      ],
    ],
    [
      "白石镇",
      [
        "白石镇党委、政府高度重视，我镇建立了制度。",
        "白石镇政务微博发布信息。各乡镇和镇长联席会议。",
        "根据临江市人民政府办公室文件要求，白石镇落实了责任。",
      ],
    ],
    [
      "临江市教育局",
      [
        "根据上级要求，临江市教育局编制了年报。",
        "临江市教育局成立了领导小组，我局局长任组长。",
        "按照临江市政府办公室文件，我局公开信息。",
      ],
    ],
    [
      "东湖区发展和改革委员会",
      ["东湖区发展和改革委员会高度重视。本委员会印发了方案。", "由东湖区发展和改革委员会负责。"],
    ],
    ["新民乡", ["新民乡人民政府网站更新及时。", "我乡结合实际，新民乡党委召开会议，新民乡办公室负责。乡村振兴。"]],
  ])("%s", (unit, prose) => {
    expect(unitFromProse(prose)).toBe(unit);
  });

  it("does not take a kind of office for one office", () => {
    expect(unitFromProse(["各街道、各乡镇、有关部门和本局都要落实。市政府办公室负责。我局重视。"])).toBeNull();
    expect(unitFromProse([])).toBeNull();
  });
});
