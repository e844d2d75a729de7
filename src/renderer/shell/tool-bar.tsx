import { COMMANDS } from "../commands.ts";
import { Icon } from "../parts/icon.tsx";
import { SeverityCount } from "../parts/severity.tsx";
import { countLevels, LEVELS, type Notice } from "../view/notices.ts";

/** Only what works stands here. */
export function ToolBar({ notices }: { readonly notices: readonly Notice[] }) {
  const counts = countLevels(notices);
  return (
    <div className="tool-bar" role="toolbar" aria-label="工具栏">
      <button type="button" className="button flat" onClick={COMMANDS.open.run} title="打开 Ctrl+O">
        <Icon name="open" />
        打开
      </button>
      <i className="line" />
      <button type="button" className="button flat" onClick={COMMANDS.findings.run} title="到校验结果 F7">
        <Icon name="check" />
        校验
        {LEVELS.filter((level) => level !== "info" && counts[level] > 0).map((level) => (
          <SeverityCount key={level} level={level} count={counts[level]} />
        ))}
      </button>
    </div>
  );
}
