import type { Align } from "../../core/content/types.ts";
import { chained, hasText, isActive, styleNow } from "../editor/at-cursor.ts";
import { figureAtCursor, formatFigure, releaseFigure } from "../editor/figure-actions.ts";
import { run } from "../editor/open-editor.ts";
import { type Style, setStyle } from "../editor/ranks.ts";
import type { Command, Commands } from "./command.ts";

/** How the text at the cursor looks. */
export const FORMAT = {
  body: style(0, "正文"),
  rank1: style(1, "一、 部分标题"),
  rank2: style(2, "（一） 标题"),
  rank3: style(3, "1. 标题"),
  rank4: style(4, "（1） 标题"),
  bold: {
    label: "加粗",
    keys: "Ctrl+B",
    pane: "paper",
    can: hasText,
    on: () => isActive("bold"),
    run: chained((chain) => chain.toggleBold()),
  },
  justify: align(null, "两端对齐"),
  center: align("center", "居中"),
  right: align("right", "居右"),
  bullets: list("bulletList", "项目符号"),
  numbered: list("orderedList", "编号列表"),
  figureArabic: figure("arabic", "数字写成 7"),
  figureChinese: figure("chinese", "数字写成 七"),
  figureRelease: { label: "数字改成普通文字", can: () => figureAtCursor() !== null, run: releaseFigure },
} as const satisfies Commands;

function style(to: Style, label: string): Command {
  return {
    label,
    keys: `Ctrl+Alt+${to}`,
    pane: "paper",
    can: () => styleNow() !== null,
    on: () => styleNow() === to,
    run: () => run(setStyle(to)),
  };
}

/** What a menu of looks offers, `null` is a line between; styles of headings are chosen elsewhere. */
export const LOOKS: readonly (Command | null)[] = [
  FORMAT.bold,
  null,
  FORMAT.justify,
  FORMAT.center,
  FORMAT.right,
  null,
  FORMAT.bullets,
  FORMAT.numbered,
  null,
  FORMAT.figureArabic,
  FORMAT.figureChinese,
  FORMAT.figureRelease,
];

function align(to: Align | null, label: string): Command {
  return {
    label,
    can: () => isActive("paragraph"),
    on: () => isActive("paragraph", { align: to }),
    run: chained((chain) => chain.updateAttributes("paragraph", { align: to })),
  };
}

function list(kind: "bulletList" | "orderedList", label: string) {
  return {
    label,
    can: () => hasText() && !isActive("table"),
    on: () => isActive(kind),
    run: chained((chain) => (kind === "bulletList" ? chain.toggleBulletList() : chain.toggleOrderedList())),
  } satisfies Command;
}

function figure(format: "arabic" | "chinese", label: string): Command {
  return {
    label,
    can: () => figureAtCursor() !== null,
    on: () => figureAtCursor()?.ref.format === format,
    run: () => formatFigure(format),
  };
}
