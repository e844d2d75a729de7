import { MENUS } from "../commands.ts";
import { Caps } from "../parts/caps.tsx";
import { Modal } from "../parts/modal.tsx";

type KeyLines = readonly (readonly [label: string, keys: string])[];

/** Keys that belong to one pane and stand in no menu. */
const IN_PANES: readonly (readonly [string, KeyLines])[] = [
  [
    "菜单和面板",
    [
      ["打开菜单", "Alt"],
      ["在按钮之间走", "Tab"],
      ["关掉对话框、菜单", "Esc"],
    ],
  ],
  [
    "正文里",
    [
      ["标题降一级、升一级", "Tab、Shift+Tab"],
      ["表格的下一格、上一格", "Tab、Shift+Tab"],
      ["到待更新、数字旁边的按钮", "Tab"],
    ],
  ],
  [
    "大纲里",
    [
      ["到那一部分", "Enter"],
      ["标为已写完", "Space"],
      ["改标题", "F2"],
      ["上移、下移", "Alt+↑ ↓"],
      ["在后面新增一部分", "Insert"],
      ["删除", "Delete"],
      ["菜单", "Shift+F10"],
    ],
  ],
  [
    "统计表里",
    [
      ["移动", "↑ ↓ ← →"],
      ["选一片", "Shift+↑ ↓ ← →"],
      ["选全部", "Ctrl+A"],
      ["跳到一段的头尾", "Ctrl+↑ ↓ ← →"],
      ["第一行、最后一行", "Ctrl+Home、End"],
      ["上一屏、下一屏", "PageUp、PageDown"],
      ["在格子里改", "F2"],
      ["填好到下一行、上一行", "Enter、Shift+Enter"],
      ["填好到下一格、上一格", "Tab、Shift+Tab"],
      ["填进选中的每一格", "Ctrl+Enter"],
      ["不填了", "Esc"],
      ["采用算出的合计", "="],
      ["向右填充", "Ctrl+R"],
      ["收起、展开一行", "Alt+←、→"],
      ["单元格菜单", "Shift+F10"],
    ],
  ],
  [
    "核对读出的内容",
    [
      ["下一处", "F8"],
      ["确认，下一处", "Enter"],
    ],
  ],
];

/** Every key, by menu and by pane. */
export function KeysDialog() {
  const menus = MENUS.map(({ label, items }): readonly [string, KeyLines] => [
    label,
    items.flatMap((command): KeyLines => (command?.keys ? [[command.label.replace("…", ""), command.keys]] : [])),
  ]);
  return (
    <Modal title="全部快捷键" wide>
      {/* Nothing else in here takes the keyboard, and all of it must be reached. */}
      <div className="key-groups" role="region" aria-label="全部快捷键" tabIndex={0}>
        {[...menus, ...IN_PANES]
          .filter(([, lines]) => lines.length > 0)
          .map(([name, lines]) => (
            <section key={name}>
              <h3>{name}</h3>
              <dl className="keys">
                {lines.map(([label, keys]) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      <Caps keys={keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Modal>
  );
}
