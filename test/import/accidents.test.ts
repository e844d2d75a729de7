import { describe, expect, it } from "vitest";
import type { TableCell } from "../../src/core/document.ts";
import { ABOUT_CELLS, at, HEAD, PRINTED, read, SOUND, table, values } from "../support/damaged.ts";
import { form2014 } from "../support/forms.ts";

describe("a statistics table as offices leave it", () => {
  it("is read whole, without a message at any cell", () => {
    const report = read(
      "附件2",
      "政府信息公开情况统计表",
      "（2018年度）",
      "填报单位（盖章）：青禾街道",
      table([HEAD, ...PRINTED]),
    );
    expect(Object.keys(SOUND)).toHaveLength(58);
    expect(values(report)).toEqual(SOUND);
    expect(ABOUT_CELLS(report)).toEqual([]);
    expect(report).toMatchObject({
      year: 2018,
      unit: "青禾街道",
      annex: { number: "附件2", title: "政府信息公开情况统计表", unit: "青禾街道" },
    });
  });

  it.each([
    ["a 序号 column", PRINTED.map((row, i) => [String(i + 1), ...row]), ["序号", ...HEAD]],
    ["a serial column without a word over it", PRINTED.map((row, i) => [String(i + 1), ...row]), ["", ...HEAD]],
    ["a 备注 column", PRINTED.map((row) => [...row, ""]), [...HEAD, "备注"]],
    [
      "labels without their notes and numbers",
      PRINTED.map(([label = "", ...rest]) => [
        label.replace(/\(不.*\)$/, "").replace(/^(?:[一二三四五六七八九]、|\([一二三四]\)|\d\.)/, ""),
        ...rest,
      ]),
      HEAD,
    ],
    [
      "labels in full-width signs",
      PRINTED.map(([label = "", ...rest]) => [
        label.replaceAll("(", "（").replaceAll(")", "）").replaceAll(":", "："),
        ...rest,
      ]),
      HEAD,
    ],
    [
      "labels broken inside the cell",
      PRINTED.map(([label = "", ...rest]) => [
        label.length > 12 ? `${label.slice(0, 9)}\n${label.slice(9)}` : label,
        ...rest,
      ]),
      HEAD,
    ],
    ["the year over the column", PRINTED, ["指标名称", "计量单位", "2018年"]],
    [
      "no unit column and the units in the labels",
      PRINTED.map(([l = "", u = "", v = ""]) => [`${l}（${u}）`, v]),
      ["指标", "数量"],
    ],
    ["the units in the head", PRINTED.map(([l = "", , v = ""]) => [l, v]), ["指标", "统计数（单位：条、件、次）"]],
    ["the unit behind the figure", PRINTED.map(([l = "", u = "", v = ""]) => [l, v, u]), ["指标", "数量", "单位"]],
    ["labels without 数", PRINTED.map(([l = "", ...rest]) => [l.replace(/数$/, ""), ...rest]), HEAD],
    [
      "其中 on a row of its own",
      PRINTED.flatMap(([l = "", u = "", v = ""]) =>
        l.startsWith("其中:")
          ? [
              ["其中:", "", ""],
              [l.slice(3), u, v],
            ]
          : [[l, u, v]],
      ),
      HEAD,
    ],
    [
      "其中 in a column of its own",
      PRINTED.map(([l = "", u = "", v = ""]) => (l.startsWith("其中:") ? ["其中", l.slice(3), u, v] : [l, "", u, v])),
      ["统计指标", "", "单位", "统计数"],
    ],
    ["其中 left out", PRINTED.map(([l = "", ...rest]) => [l.replace("其中:", ""), ...rest]), HEAD],
    ["blank rows between", PRINTED.flatMap((row) => [row, ["", "", ""]]), HEAD],
    [
      "rows counted through instead of their numbers",
      PRINTED.map(([l = "", ...rest], i) => [
        `${i + 1}.${l.replace(/^(?:[一二三四五六七八九]、|\([一二三四]\)|\d\.)/, "")}`,
        ...rest,
      ]),
      HEAD,
    ],
    ["the headings of groups left out", PRINTED.filter(([, , v]) => v !== ""), HEAD],
    [
      "figures in full-width digits with their unit",
      PRINTED.map(([label = "", unit = "", value = ""]) => [
        label,
        unit,
        value && `${[...value].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join("")}${unit}`,
      ]),
      HEAD,
    ],
  ])("with %s", (_, rows, head) => {
    const report = read(table([head, ...rows]));
    expect(values(report)).toEqual(SOUND);
    expect(ABOUT_CELLS(report)).toEqual([]);
  });

  it.each([
    ["the figure on the first line", 0],
    ["the figure on the last line", 2],
    ["the figure on the middle line", 1],
  ])("with labels broken over three rows, %s", (_, at) => {
    const rows = PRINTED.flatMap(([l = "", u = "", v = ""]) => {
      if (l.length < 15) return [[l, u, v]];
      return [l.slice(0, 5), l.slice(5, 10), l.slice(10)].map((piece, i) =>
        i === at ? [piece, u, v] : [piece, "", ""],
      );
    });
    const report = read(table([HEAD, ...rows]));
    expect(values(report)).toEqual(SOUND);
    expect(ABOUT_CELLS(report)).toEqual([]);
    expect(report.extra).toEqual([]);
  });

  it("with its groups beside their rows", () => {
    const groups = (form2014.file.tables[0]?.rows ?? []).filter(({ origin }) => origin === "national");
    const rows: TableCell[][] = [];
    let group: TableCell | null = null;
    for (const [i, { level, kind }] of groups.entries()) {
      const [label = "", unit = "", value = ""] = PRINTED[i] ?? [];
      const behind = groups.slice(i + 1).findIndex((row) => row.level === 1);
      const size = behind < 0 ? groups.length - i - 1 : behind;
      if (level === 1 && kind === "header") group = { text: label, rowSpan: size };
      else if (level === 1) rows.push([{ text: label, colSpan: 2 }, { text: unit }, { text: value }]);
      else {
        const inGroup = groups.slice(0, i).findLast((row) => row.level === 1)?.kind === "header";
        const first: TableCell[] = inGroup ? (group ? [group] : []) : [{ text: "" }];
        rows.push([...first, { text: label }, { text: unit }, { text: value }]);
        group = null;
      }
    }
    const head = ["类别", ...HEAD].map((text) => ({ text }));
    const report = read({ kind: "table", rows: [head, ...rows] });
    expect(values(report)).toEqual(SOUND);
    expect(ABOUT_CELLS(report)).toEqual([]);
  });

  it.each([
    ["", 0],
    ["with row numbers", 1],
  ])("set in two halves side by side %s", (_, numbered) => {
    const half = Math.ceil(PRINTED.length / 2);
    const numbers = (i: number) => (numbered ? [String(i + 1)] : []);
    const rows = PRINTED.slice(0, half).map((row, i) => {
      const other = PRINTED[half + i];
      return [...numbers(i), ...row, ...(other ? [...numbers(half + i), ...other] : ["", "", ""])];
    });
    const head = [...(numbered ? ["序号"] : []), ...HEAD];
    const report = read(table([[...head, ...head], ...rows]));
    expect(values(report)).toEqual(SOUND);
    expect(ABOUT_CELLS(report)).toEqual([]);
  });

  it("with a head of two lines, as merged or not", () => {
    const rows = PRINTED.map(([l = "", u = "", v = ""]) => [l, u, v && "5", v]);
    const merged = table([["2017年", "2018年"], ...rows]).rows;
    const top = [
      { text: "统计指标", rowSpan: 2 },
      { text: "单位", rowSpan: 2 },
      { text: "统计数", colSpan: 2 },
    ];
    for (const source of [
      table([["统计指标", "单位", "统计数", ""], ["", "", "上年", "本年"], ...rows]),
      { kind: "table" as const, rows: [top, ...merged] },
    ]) {
      const report = read(source);
      expect(values(report)).toEqual(SOUND);
      expect(ABOUT_CELLS(report)).toEqual([]);
    }
  });

  it("typed with tabs into the text", () => {
    const report = read(
      "一、基本工作情况",
      "做了工作。",
      "附件2",
      "政府信息公开情况统计表",
      ...[HEAD, ...PRINTED].map((row) => row.join("\t")),
    );
    expect(values(report)).toEqual(SOUND);
    expect(report.sections.map(({ paragraphs }) => paragraphs)).toEqual([["做了工作。"]]);
  });

  it("with its sign-off in cells of label and value", () => {
    const report = read(table([HEAD, ...PRINTED, ["单位负责人：", "张三", ""], ["联系电话：", "66274966", ""]]));
    expect(values(report)).toEqual(SOUND);
    expect(report.annex).toMatchObject({ head: "张三", phone: "66274966" });
  });

  it("announced at the end of the text", () => {
    const report = read(
      "一、基本工作情况",
      "做了工作。",
      "附件：政府信息公开情况统计表",
      "附件",
      "政府信息公开情况统计表",
      table([HEAD, ...PRINTED]),
    );
    expect(report.annex).toMatchObject({ number: "附件", title: "政府信息公开情况统计表" });
    expect(report.sections[0]?.paragraphs).toEqual(["做了工作。", "附件：政府信息公开情况统计表"]);
    expect(report.extra).toEqual([]);
  });

  it("without a head, label, unit and value are told by what stands in them", () => {
    expect(values(read(table(PRINTED)))).toEqual(SOUND);
  });

  it("with last year's column before or behind", () => {
    const report = read(
      table([
        ["指标", "单位", "2017年", "2018年"],
        ...PRINTED.map(([l = "", u = "", v = ""]) => [l, u, v && `${v}0`, v]),
      ]),
    );
    expect(values(report)).toEqual(SOUND);
    expect(report.tables[0]?.cells.find((c) => c.row === "1.1" && c.column === "previous")).toMatchObject({
      value: "10",
    });
    expect(
      values(
        read(
          table([
            ["指标", "单位", "本年", "上年", "增减"],
            ...PRINTED.map(([l = "", u = "", v = ""]) => [l, u, v, "1", "2"]),
          ]),
        ),
      ),
    ).toEqual(SOUND);
  });

  it("with two columns that nothing tells apart, every cell says so", () => {
    const report = read(table(PRINTED.map(([l = "", u = "", v = ""]) => [l, u, v, v && `${v}9`])));
    for (const row of Object.keys(SOUND))
      expect(at(report, row)).toMatchObject([{ level: "warning", code: "column-unclear" }]);
  });

  it("cut at a page's end, with the head repeated", () => {
    expect(values(read("附件", table([HEAD, ...PRINTED.slice(0, 30)]), table([HEAD, ...PRINTED.slice(30)])))).toEqual(
      SOUND,
    );
  });

  it("cut at a page's end, without the head", () => {
    expect(values(read(table([HEAD, ...PRINTED.slice(0, 30)]), "— 5 —", table(PRINTED.slice(30))))).toEqual(SOUND);
  });

  it("in front of the text", () => {
    const report = read(
      table([HEAD, ...PRINTED]),
      "一、基本工作情况",
      "做了工作。",
      "二、主动公开政府信息情况",
      "公开7条。",
    );
    expect(values(report)).toEqual(SOUND);
    expect(report.sections.map(({ key }) => key)).toEqual(["basic-work", "proactive"]);
    expect(report.extra).toEqual([]);
  });
});

describe("what is no report", () => {
  it("is kept whole in extra, with a warning", () => {
    const report = read(
      "关于召开会议的通知",
      "各科室：",
      "定于明天开会。",
      table([
        ["时间", "地点"],
        ["九点", "二楼"],
      ]),
    );
    expect(report).toMatchObject({
      sections: [],
      tables: [],
      extra: ["关于召开会议的通知", "各科室：", "定于明天开会。", "时间\t地点", "九点\t二楼"],
    });
    expect(report.messages).toMatchObject([{ level: "warning", code: "no-report" }]);
  });
});
