import { FORMAT, LOOKS } from "../commands/format.ts";
import { INSERT } from "../commands/insert.ts";
import { TEXT_TABLE } from "../commands/text-table.ts";
import { Icon } from "../parts/icon.tsx";
import { useStore } from "../state/store.ts";
import { styleNow } from "./at-cursor.ts";
import { MenuButton } from "./menu-button.tsx";
import { run } from "./open-editor.ts";
import { type Style, setStyle } from "./ranks.ts";
import { editing } from "./state.ts";

const STYLES: readonly (readonly [Style, string])[] = [
  [0, "正文"],
  [1, "一、 部分"],
  [2, "（一） 标题"],
  [3, "1. 标题"],
  [4, "（1） 标题"],
];

const TABLES = [
  INSERT.table,
  null,
  TEXT_TABLE.rowAbove,
  TEXT_TABLE.rowBelow,
  TEXT_TABLE.columnLeft,
  TEXT_TABLE.columnRight,
  null,
  TEXT_TABLE.mergeCells,
  TEXT_TABLE.splitCell,
  null,
  TEXT_TABLE.deleteRow,
  TEXT_TABLE.deleteColumn,
  TEXT_TABLE.deleteTable,
];

/** Style, lists, table, figure and format of the text at the cursor. */
export function FormatBar() {
  const narrative = useStore(editing, (value) => value.narrative);
  useStore(editing, (value) => value.moment);
  if (!narrative || narrative.editor.isDestroyed) return null;
  return (
    <div className="format-bar" role="toolbar" aria-label="格式">
      <StyleChoice />
      <i className="line" />
      <button
        type="button"
        className={FORMAT.bullets.on() ? "button flat small on" : "button flat small"}
        aria-pressed={FORMAT.bullets.on()}
        title="项目符号"
        aria-label="项目符号"
        disabled={!FORMAT.bullets.can()}
        onMouseDown={(event) => event.preventDefault()}
        onClick={FORMAT.bullets.run}
      >
        <Icon name="list" />
      </button>
      <MenuButton label="表格" items={() => TABLES}>
        <Icon name="table" />
      </MenuButton>
      <button
        type="button"
        className="button flat small"
        title="插入统计表里的数字 #"
        aria-label="插入数字"
        onMouseDown={(event) => event.preventDefault()}
        onClick={INSERT.figure.run}
      >
        <Icon name="hash" />
        <span className="word">插入数字</span>
      </button>
      <MenuButton label="格式" items={() => LOOKS}>
        <Icon name="format" />
        <span className="word">格式…</span>
      </MenuButton>
    </div>
  );
}

function StyleChoice() {
  const style = styleNow();
  return (
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
  );
}
