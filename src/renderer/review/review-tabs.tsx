const PANES = [
  ["source", "原文件"],
  ["understood", "读成这样"],
  ["carry", "放进报告"],
] as const;

export type ReviewPane = (typeof PANES)[number][0];

interface ReviewTabsProps {
  readonly pane: ReviewPane;
  readonly setPane: (pane: ReviewPane) => void;
}

/** Stands in place of source and reading side by side where the window is narrower than 1024 px. */
export function ReviewTabs({ pane, setPane }: ReviewTabsProps) {
  return (
    <nav className="pane-tabs" aria-label="面板">
      {PANES.map(([key, name]) => (
        <button
          type="button"
          key={key}
          className={key === pane ? "on" : ""}
          aria-current={key === pane}
          onClick={() => setPane(key)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
