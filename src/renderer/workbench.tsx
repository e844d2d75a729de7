import { FindingsPane } from "./findings/findings-pane.tsx";
import { GridPane } from "./grid/grid-pane.tsx";
import { OutlinePane } from "./outline/outline-pane.tsx";
import { PaperPane } from "./paper/paper-pane.tsx";
import { PaneTabs } from "./shell/pane-tabs.tsx";
import { StatusBar } from "./shell/status-bar.tsx";
import { ToolBar } from "./shell/tool-bar.tsx";
import type { ReportScreen } from "./state/screen.ts";
import { useStore } from "./state/store.ts";
import { ui } from "./state/ui.ts";
import { viewOf } from "./view/view.ts";

/** Outline, paper, grid and findings, edge to edge; one of them at a time where the window is narrow. */
export function Workbench({ screen }: { readonly screen: ReportScreen }) {
  const { report, form } = screen;
  const view = viewOf(report, form);
  const pane = useStore(ui, (value) => value.pane);
  const open = useStore(ui, (value) => value.findingsOpen);
  return (
    <>
      <ToolBar notices={view.notices} />
      <PaneTabs />
      <main className="workbench" data-shown={pane} data-findings={open ? "open" : "closed"}>
        <OutlinePane view={view} />
        <PaperPane report={report} form={form} />
        <GridPane view={view} report={report} form={form} />
        <FindingsPane view={view} screen={screen} />
      </main>
      <StatusBar view={view} screen={screen} />
    </>
  );
}
