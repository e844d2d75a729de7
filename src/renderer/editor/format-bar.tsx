import type { Editor } from "@tiptap/core";
import type { Align } from "../../core/content/types.ts";
import type { Form } from "../../core/form/form.ts";
import type { Command } from "../commands.ts";
import { Icon } from "../parts/icon.tsx";
import { useStore } from "../state/store.ts";
import {
  addSectionAfter,
  canMoveBy,
  contentNow,
  currentSection,
  figureAtCursor,
  formatFigure,
  moveSectionBy,
  pickFigure,
  removeSectionAt,
  renameSectionAt,
  renumberAll,
  restorable,
  restoreSectionOf,
  run,
} from "./actions.ts";
import { MenuButton } from "./menu-button.tsx";
import { type Style, setStyle, styleAt } from "./ranks.ts";
import { editing } from "./state.ts";

const STYLES: readonly (readonly [Style, string])[] = [
  [0, "正文"],
  [1, "一、 部分"],
  [2, "（一） 标题"],
  [3, "1. 标题"],
  [4, "（1） 标题"],
];

/** Style, lists, table, figure and format of the text at the cursor; sections as a whole. */
export function FormatBar({ form }: { readonly form: Form }) {
  const narrative = useStore(editing, (value) => value.narrative);
  useStore(editing, (value) => value.moment);
  if (!narrative || narrative.editor.isDestroyed) return null;
  const { editor } = narrative;
  const style = styleAt(editor.state.doc, editor.state.selection.from);
  return (
    <div className="format-bar" role="toolbar" aria-label="格式">
      <select
        className="input small"
        aria-label="段落样式 Ctrl+Alt+0 至 4"
        title="段落样式 Ctrl+Alt+0 至 4"
        value={style ?? ""}
        disabled={style === null}
        onChange={(event) => {
          const chosen = STYLES.find(([value]) => String(value) === event.target.value);
          if (chosen) run(setStyle(chosen[0]));
        }}
      >
        {style === null && <option value="">列表、表格</option>}
        {STYLES.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <i className="line" />
      <button
        type="button"
        className={editor.isActive("bulletList") ? "button flat small on" : "button flat small"}
        aria-pressed={editor.isActive("bulletList")}
        title="项目符号"
        aria-label="项目符号"
        onClick={() => editor.chain().focus().toggleBulletList().run()}
      >
        <Icon name="list" />
      </button>
      <MenuButton label="表格" items={() => tableItems(editor)}>
        <Icon name="table" />
      </MenuButton>
      <button
        type="button"
        className="button flat small"
        title="插入统计表里的数字 #"
        aria-label="插入数字"
        onClick={() => pickFigure(false)}
      >
        <Icon name="hash" />
        <span className="wide">插入数字</span>
      </button>
      <MenuButton label="格式" items={() => formatItems(editor)}>
        <Icon name="format" />
        <span className="wide">格式</span>
      </MenuButton>
      <MenuButton label="部分" items={() => sectionItems(form)}>
        部分
      </MenuButton>
    </div>
  );
}

function tableItems(editor: Editor): readonly (Command | null)[] {
  const can = (inside: boolean) => () => editor.isActive("table") === inside;
  return [
    {
      label: "插入表格（3 行 3 列）",
      can: () => can(false)() && styleAt(editor.state.doc, editor.state.selection.from) === 0,
      run: () => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: false }).run(),
    },
    null,
    { label: "在上方加一行", can: can(true), run: () => editor.chain().focus().addRowBefore().run() },
    { label: "在下方加一行", can: can(true), run: () => editor.chain().focus().addRowAfter().run() },
    { label: "在左侧加一列", can: can(true), run: () => editor.chain().focus().addColumnBefore().run() },
    { label: "在右侧加一列", can: can(true), run: () => editor.chain().focus().addColumnAfter().run() },
    null,
    { label: "删除这一行", can: can(true), run: () => editor.chain().focus().deleteRow().run() },
    { label: "删除这一列", can: can(true), run: () => editor.chain().focus().deleteColumn().run() },
    { label: "删除表格", can: can(true), run: () => editor.chain().focus().deleteTable().run() },
  ];
}

function formatItems(editor: Editor): readonly (Command | null)[] {
  const align = (to: Align | null, label: string): Command => ({
    label,
    on: () => editor.isActive("paragraph", { align: to }),
    can: () => editor.isActive("paragraph"),
    run: () => editor.chain().focus().updateAttributes("paragraph", { align: to }).run(),
  });
  const figure = figureAtCursor();
  return [
    {
      label: "加粗",
      keys: "Ctrl+B",
      on: () => editor.isActive("bold"),
      run: () => editor.chain().focus().toggleBold().run(),
    },
    null,
    align(null, "两端对齐"),
    align("center", "居中"),
    align("right", "居右"),
    null,
    {
      label: "编号列表",
      on: () => editor.isActive("orderedList"),
      run: () => editor.chain().focus().toggleOrderedList().run(),
    },
    null,
    {
      label: "数字写成 7",
      can: () => figure !== null,
      on: () => figure?.format === "arabic",
      run: () => formatFigure("arabic"),
    },
    {
      label: "数字写成 七",
      can: () => figure !== null,
      on: () => figure?.format === "chinese",
      run: () => formatFigure("chinese"),
    },
  ];
}

function sectionItems(form: Form): readonly (Command | null)[] {
  const at = currentSection();
  const missing = restorable(form);
  return [
    { label: "在后面新增一部分", run: () => addSectionAfter(at) },
    { label: "改这一部分的标题", run: () => renameSectionAt(at) },
    { label: "上移", can: () => canMoveBy(at, -1), run: () => moveSectionBy(at, -1) },
    { label: "下移", can: () => canMoveBy(at, 1), run: () => moveSectionBy(at, 1) },
    { label: "删除这一部分", can: () => (contentNow()?.content.length ?? 0) > 1, run: () => removeSectionAt(at) },
    { label: "重新编号", run: renumberAll },
    ...(missing.length > 0 ? [null] : []),
    ...missing.map(({ key, title }): Command => ({ label: `恢复“${title}”`, run: () => restoreSectionOf(key, form) })),
  ];
}
