import { COMMANDS } from "../commands.ts";
import { Icon } from "../parts/icon.tsx";
import { SeverityCount } from "../parts/severity.tsx";
import { history } from "../state/editing.ts";
import { isLook, shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { countLevels, LEVELS, type Notice } from "../view/notices.ts";

/** Only what works stands here. */
export function ToolBar({ notices }: { readonly notices: readonly Notice[] }) {
  const counts = countLevels(notices);
  return (
    <section className="tool-bar" aria-label="工具栏">
      <button type="button" className="button flat" onClick={COMMANDS.home.run} title="回到全部报告 Ctrl+W">
        <Icon name="left" />
        全部报告
      </button>
      <i className="line" />
      <button type="button" className="button flat" onClick={COMMANDS.lastYear.run} title="从去年的文件开始 Ctrl+I">
        <Icon name="import" />
        导入
      </button>
      <button type="button" className="button flat" onClick={COMMANDS.blank.run} title="新建报告 Ctrl+N">
        <Icon name="new" />
        新建
      </button>
      <ReportButtons />
      <i className="line" />
      <UndoButtons />
      <i className="line" />
      <button type="button" className="button flat" onClick={COMMANDS.findings.run} title="到校验结果 Ctrl+F7">
        <Icon name="check" />
        校验
        {LEVELS.filter((level) => level !== "info" && counts[level] > 0).map((level) => (
          <SeverityCount key={level} level={level} count={counts[level]} />
        ))}
      </button>
    </section>
  );
}

/** What can be done with the report as a whole. A file that is only looked at has no versions. */
function ReportButtons() {
  const look = useStore(shown, isLook);
  return (
    <>
      {!look && (
        <button type="button" className="button flat" onClick={COMMANDS.version.run} title="保存版本 Ctrl+Shift+S">
          <Icon name="version" />
          保存版本
        </button>
      )}
      <button type="button" className="button flat" onClick={COMMANDS.export.run} title="导出 Ctrl+E">
        <Icon name="export" />
        导出
      </button>
    </>
  );
}

/** Undo and redo go through text and table in the order of time. */
function UndoButtons() {
  const { canUndo, canRedo } = useStore(history.state, (value) => value);
  return (
    <>
      <StepButton icon="undo" command={COMMANDS.undo} can={canUndo} label="撤销" keys="Ctrl+Z" />
      <StepButton icon="redo" command={COMMANDS.redo} can={canRedo} label="重做" keys="Ctrl+Y" />
    </>
  );
}

interface StepButtonProps {
  readonly icon: "undo" | "redo";
  readonly command: { readonly run: () => unknown };
  readonly can: boolean;
  readonly label: string;
  readonly keys: string;
}

function StepButton({ icon, command, can, label, keys }: StepButtonProps) {
  return (
    <button
      type="button"
      className="button flat"
      disabled={!can}
      // Who is writing goes on writing.
      onMouseDown={(event) => event.preventDefault()}
      onClick={command.run}
      aria-label={label}
      title={`${label} ${keys}`}
    >
      <Icon name={icon} />
    </button>
  );
}
