import { CHECK } from "./commands/check.ts";
import { type Command, hasReport } from "./commands/command.ts";
import { EDIT } from "./commands/edit.ts";
import { FILE } from "./commands/file.ts";
import { HELP } from "./commands/help.ts";
import { INSERT } from "./commands/insert.ts";
import { TABLE } from "./commands/table.ts";
import { VIEW } from "./commands/view.ts";

export type { Command } from "./commands/command.ts";

/** Every command by its name; one file for each menu. */
export const COMMANDS = { ...FILE, ...EDIT, ...INSERT, ...TABLE, ...CHECK, ...VIEW, ...HELP } as const;

type CommandName = keyof typeof COMMANDS;

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
    items: [EDIT.undo, EDIT.redo, null, EDIT.cut, EDIT.copy, EDIT.paste, EDIT.selectAll],
  },
  { label: "插入", shown: hasReport, items: [INSERT.figure, INSERT.section] },
  {
    label: "表格",
    shown: hasReport,
    items: [
      TABLE.clearCells,
      TABLE.fillDown,
      TABLE.fillZeros,
      TABLE.fillAllZeros,
      null,
      TABLE.previousYear,
      TABLE.note,
      TABLE.intoText,
      null,
      TABLE.takeTotals,
      null,
      TABLE.fold,
      TABLE.unfold,
      TABLE.problems,
      null,
      TABLE.explain,
    ],
  },
  { label: "校验", shown: hasReport, items: [CHECK.findings] },
  {
    label: "视图",
    items: [VIEW.zoomIn, VIEW.zoomOut, VIEW.zoomFit, null, VIEW.nextPane, VIEW.previousPane, null, VIEW.contrast],
  },
  { label: "帮助", items: [HELP.keys, null, HELP.about] },
];

/** The way a key press is written in `keys`. */
function keyName(event: KeyboardEvent): string {
  const key = event.key === "=" && event.ctrlKey ? "+" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return `${event.ctrlKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${event.shiftKey && key.length > 1 ? "Shift+" : ""}${key}`;
}

/** Keys that the browser, the system or a pane answers by itself. */
const LEFT_ALONE: ReadonlySet<string> = new Set<CommandName>([
  "cut",
  "copy",
  "paste",
  "quit",
  "figure",
  "clearCells",
  "fillDown",
  "note",
]);
/** Keys that a field answers for its own text. */
const LEFT_TO_FIELDS: ReadonlySet<string> = new Set<CommandName>(["undo", "redo", "selectAll"]);

/** Runs the command of a key press; `true` when there was one. An open composition is never disturbed. */
export function runKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229 || document.querySelector("dialog[open]")) return false;
  const pressed = keyName(event);
  for (const [name, command] of Object.entries<Command>(COMMANDS)) {
    if (command.keys !== pressed || LEFT_ALONE.has(name)) continue;
    if (LEFT_TO_FIELDS.has(name) && inField(event.target)) return false;
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
