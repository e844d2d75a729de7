import { CHECK } from "./commands/check.ts";
import { type Command, hasReport, paneNow } from "./commands/command.ts";
import { EDIT } from "./commands/edit.ts";
import { FILE } from "./commands/file.ts";
import { FORMAT, LOOKS } from "./commands/format.ts";
import { HELP } from "./commands/help.ts";
import { INSERT } from "./commands/insert.ts";
import { SECTION } from "./commands/section.ts";
import { STALE } from "./commands/stale.ts";
import { TABLE } from "./commands/table.ts";
import { TEXT_TABLE } from "./commands/text-table.ts";
import { VIEW } from "./commands/view.ts";

/** Commands that buttons and the first screens call by their name. */
export const COMMANDS = { ...FILE, ...EDIT, ...TABLE, ...CHECK, ...VIEW, ...HELP } as const;

/** Every command; one file for each menu, or for each part of a long one. */
const ALL_COMMANDS: readonly Command[] = [
  FILE,
  EDIT,
  INSERT,
  FORMAT,
  TABLE,
  TEXT_TABLE,
  STALE,
  SECTION,
  CHECK,
  VIEW,
  HELP,
].flatMap((commands): readonly Command[] => Object.values(commands));

export interface Menu {
  readonly label: string;
  /** `null` is a line between groups. */
  readonly items: readonly (Command | null)[];
  /** Without it the menu is always there. */
  readonly shown?: () => boolean;
}

export const MENUS: readonly Menu[] = [
  {
    label: "文件",
    items: [
      FILE.lastYear,
      FILE.open,
      FILE.blank,
      FILE.sample,
      null,
      FILE.save,
      FILE.version,
      FILE.export,
      null,
      FILE.details,
      FILE.office,
      null,
      FILE.close,
      null,
      FILE.quit,
    ],
  },
  {
    label: "编辑",
    shown: hasReport,
    items: [
      EDIT.undo,
      EDIT.redo,
      null,
      EDIT.cut,
      EDIT.copy,
      EDIT.paste,
      EDIT.pasteText,
      EDIT.selectAll,
      null,
      STALE.next,
      STALE.previous,
      STALE.rewrite,
      STALE.keep,
      null,
      SECTION.finish,
      SECTION.rename,
      SECTION.up,
      SECTION.down,
      SECTION.remove,
      SECTION.renumber,
    ],
  },
  {
    label: "插入",
    shown: hasReport,
    items: [INSERT.figure, INSERT.table, INSERT.lineBreak, null, INSERT.section, SECTION.restore],
  },
  {
    label: "格式",
    shown: hasReport,
    items: [FORMAT.body, FORMAT.rank1, FORMAT.rank2, FORMAT.rank3, FORMAT.rank4, null, ...LOOKS],
  },
  {
    label: "表格",
    shown: hasReport,
    items: [
      TABLE.clearCells,
      TABLE.fillDown,
      TABLE.fillZeros,
      TABLE.fillAllZeros,
      null,
      TABLE.addRow,
      TABLE.removeRow,
      null,
      TABLE.bringLastYear,
      TABLE.previousYear,
      TABLE.note,
      TABLE.intoText,
      TABLE.inText,
      null,
      TABLE.takeTotals,
      TABLE.explain,
      null,
      TEXT_TABLE.rowAbove,
      TEXT_TABLE.rowBelow,
      TEXT_TABLE.columnLeft,
      TEXT_TABLE.columnRight,
      TEXT_TABLE.mergeCells,
      TEXT_TABLE.splitCell,
      TEXT_TABLE.deleteRow,
      TEXT_TABLE.deleteColumn,
      TEXT_TABLE.deleteTable,
    ],
  },
  {
    label: "校验",
    shown: hasReport,
    items: [
      CHECK.nextFinding,
      CHECK.previousFinding,
      CHECK.findings,
      null,
      CHECK.mend,
      CHECK.answer,
      null,
      CHECK.record,
    ],
  },
  {
    label: "视图",
    items: [
      VIEW.zoomIn,
      VIEW.zoomOut,
      VIEW.zoomFit,
      null,
      TABLE.fold,
      TABLE.unfold,
      TABLE.problems,
      TABLE.switchYear,
      null,
      VIEW.nextPane,
      VIEW.previousPane,
      null,
      VIEW.contrast,
    ],
  },
  { label: "帮助", items: [HELP.keys, null, HELP.about] },
];

const ARROWS: Readonly<Record<string, string>> = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

/** The way a key press is written in `keys`. */
function keyName(event: KeyboardEvent): string {
  const plain = event.key === "=" && event.ctrlKey ? "+" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const key = ARROWS[plain] ?? plain;
  return `${event.ctrlKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${event.shiftKey && (event.key.length > 1 || /^[a-z]$/i.test(event.key)) ? "Shift+" : ""}${key}`;
}

/** Commands whose key the browser, the system or a pane answers by itself. */
const LEFT_ALONE: ReadonlySet<Command> = new Set([
  EDIT.cut,
  EDIT.copy,
  EDIT.paste,
  EDIT.pasteText,
  FILE.quit,
  INSERT.figure,
  TABLE.clearCells,
  TABLE.fillDown,
  TABLE.note,
]);
/** Commands whose key a field answers for its own text. */
const LEFT_TO_FIELDS: ReadonlySet<Command> = new Set([EDIT.undo, EDIT.redo, EDIT.selectAll]);

/** Runs the command of a key press; `true` when there was one. An open composition is never disturbed. */
export function runKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229 || document.querySelector("dialog[open]")) return false;
  const pressed = keyName(event);
  for (const command of ALL_COMMANDS) {
    if (command.keys !== pressed || LEFT_ALONE.has(command)) continue;
    if (command.pane !== undefined && command.pane !== paneNow()) continue;
    if (LEFT_TO_FIELDS.has(command) && inField(event.target)) return false;
    if (command.can?.() === false) return false;
    command.run();
    return true;
  }
  return false;
}

/** The grid's own textarea is the grid. */
function inField(target: EventTarget | null): boolean {
  const field = target instanceof Element ? target.closest("input, textarea") : null;
  return field !== null && !(field.tagName === "TEXTAREA" && field.closest('[data-pane="grid"]'));
}
