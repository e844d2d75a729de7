import { COMMANDS, type Command } from "../commands.ts";
import { ExportDialog } from "../export/export-dialog.tsx";
import { UnsavedDialog } from "../export/unsaved-dialog.tsx";
import { VersionDialog } from "../export/version-dialog.tsx";
import { Modal } from "../parts/modal.tsx";
import { shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = useStore(ui, (value) => value.dialog);
  switch (dialog) {
    case "keys":
      return <KeysDialog />;
    case "about":
      return <AboutDialog />;
    case "export":
      return <ExportDialog />;
    case "version":
      return <VersionDialog />;
    case "unsaved":
      return <UnsavedDialog />;
    case null:
      return null;
  }
}

const GRID_KEYS = [
  ["移动", "↑ ↓ ← →"],
  ["选一片", "Shift+↑ ↓"],
  ["第一行、最后一行", "Home、End"],
  ["上一屏、下一屏", "PageUp、PageDown"],
  ["收起、展开一行", "Space"],
  ["复制到 Excel 或 WPS", "Ctrl+C"],
] as const;

function KeysDialog() {
  const commands = Object.values<Command>(COMMANDS).filter((command) => command.keys);
  return (
    <Modal title="全部快捷键">
      <dl className="keys">
        {commands.map(({ label, keys }) => (
          <KeyLine key={label} label={label} keys={keys ?? ""} />
        ))}
        <KeyLine label="菜单" keys="Alt" />
      </dl>
      <h3>统计表里</h3>
      <dl className="keys">
        {GRID_KEYS.map(([label, keys]) => (
          <KeyLine key={label} label={label} keys={keys} />
        ))}
      </dl>
    </Modal>
  );
}

function KeyLine({ label, keys }: { readonly label: string; readonly keys: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <kbd>{keys}</kbd>
      </dd>
    </div>
  );
}

function AboutDialog() {
  const version = useStore(shown, (value) => value.version);
  return (
    <Modal title="关于年报通">
      <p>年报通 {version}</p>
      <p className="t2">编写和核对政府信息公开工作年度报告。全部内容只在本机处理，不连网络。</p>
    </Modal>
  );
}
