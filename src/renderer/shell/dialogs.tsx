import { type ReactNode, useEffect, useRef } from "react";
import { COMMANDS, type Command } from "../commands.ts";
import { Icon } from "../parts/icon.tsx";
import { shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = useStore(ui, (value) => value.dialog);
  if (dialog === "keys") return <KeysDialog />;
  return dialog === "about" ? <AboutDialog /> : null;
}

const close = () => ui.set({ dialog: null });

function Modal({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => element.current?.showModal(), []);
  return (
    <dialog className="dialog" ref={element} onClose={close} aria-label={title}>
      <header>
        <h2 className="grow">{title}</h2>
        <button type="button" className="button flat" onClick={close} aria-label="关闭">
          <Icon name="cross" />
        </button>
      </header>
      <div className="body">{children}</div>
    </dialog>
  );
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
