import { focusPane, PANES } from "../state/jump.ts";
import { useStore } from "../state/store.ts";
import { type Pane, ui } from "../state/ui.ts";

const NAMES: Readonly<Record<Pane, string>> = { outline: "大纲", paper: "正文", grid: "统计表", findings: "校验" };

/** Stands in place of the side-by-side panes where the window is narrower than 1024 px (the style sheet decides). */
export function PaneTabs() {
  const shown = useStore(ui, (value) => value.pane);
  return (
    <nav className="pane-tabs" aria-label="面板">
      {PANES.map((pane) => (
        <button
          type="button"
          key={pane}
          className={pane === shown ? "on" : ""}
          aria-current={pane === shown}
          onClick={() => focusPane(pane)}
        >
          {NAMES[pane]}
        </button>
      ))}
    </nav>
  );
}
