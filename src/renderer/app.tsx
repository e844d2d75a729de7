import "./styles/controls.css";
import { useEffect } from "react";
import { call } from "./bridge.ts";
import { runKey } from "./commands.ts";
import { HomeScreen } from "./home/home-screen.tsx";
import { ReadingScreen } from "./home/reading.tsx";
import { UnreadableScreen } from "./home/unreadable.tsx";
import { ReviewScreen } from "./review/review-screen.tsx";
import { ContextMenu } from "./shell/context-menu.tsx";
import { Dialogs } from "./shell/dialogs.tsx";
import { DropTarget } from "./shell/drop-target.tsx";
import { useTheme } from "./shell/theme.ts";
import { TitleBar } from "./shell/title-bar.tsx";
import { type Screen, shown } from "./state/screen.ts";
import { useStore } from "./state/store.ts";
import { BrokenScreen } from "./trouble/broken-screen.tsx";
import { Workbench } from "./workbench.tsx";

export function App() {
  const screen = useStore(shown, (value) => value.screen);
  useTheme();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && runKey(event)) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  const name = nameOf(screen);
  useEffect(() => {
    document.title = name === "" ? "年报通" : `${name} — 年报通`;
  }, [name]);
  // Not for every change of the report: only when another screen has come.
  const { kind } = screen;
  const id = kind === "starting" || kind === "home" ? null : (screen.source?.id ?? null);
  useEffect(() => {
    if (kind === "starting" || kind === "reading") return;
    // After the second frame the first has been painted.
    requestAnimationFrame(() => requestAnimationFrame(() => void call["screen:shown"]({ id })));
  }, [kind, id]);
  return (
    <div className="window">
      <TitleBar name={name || "年报通"} />
      <Content screen={screen} />
      <DropTarget />
      <ContextMenu />
      <Dialogs />
    </div>
  );
}

function Content({ screen }: { readonly screen: Screen }) {
  switch (screen.kind) {
    case "starting":
      return <main className="fill" />;
    case "home":
      return <HomeScreen />;
    case "reading":
      return <ReadingScreen name={screen.source.name} progress={screen.progress} />;
    case "review":
      return <ReviewScreen key={screen.source.id} screen={screen} />;
    case "broken":
      return <BrokenScreen screen={screen} />;
    case "unreadable":
      return <UnreadableScreen name={screen.source?.name ?? null} message={screen.message} before={screen.before} />;
    case "report":
      return <Workbench key={`${screen.source.id} ${screen.stored?.revision ?? ""}`} screen={screen} />;
  }
}

/** What the title bar says: the unit and year, or the file. */
function nameOf(screen: Screen): string {
  if (screen.kind === "report") {
    const { unit, year } = screen.report;
    if (unit === null && year === null) return screen.source.name;
    return `${unit ?? "单位未知"} · ${year === null ? "" : `${year} `}年度报告`;
  }
  if (screen.kind === "review") return "核对读出的内容";
  return screen.kind === "starting" || screen.kind === "home" ? "" : (screen.source?.name ?? "");
}
