import type { ReactNode } from "react";
import { Icon } from "../parts/icon.tsx";
import { ui } from "../state/ui.ts";
import { countLevels, LEVEL_NAMES, LEVELS, type Notice, type Wanted } from "../view/notices.ts";

interface TabsProps {
  readonly tab: Wanted;
  readonly notices: readonly Notice[];
}

/** What the list shows: everything, one severity, or what has a written reason. */
export function Tabs({ tab, notices }: TabsProps) {
  const counts = countLevels(notices);
  const answered = notices.filter(({ reason }) => reason !== null).length;
  return (
    <div className="tabs" role="group" aria-label="按类看">
      <Tab name="all" tab={tab}>
        全部 {notices.length - answered}
      </Tab>
      {LEVELS.map((level) => (
        <Tab key={level} name={level} tab={tab}>
          <span className={`severity ${level}`}>
            <Icon name={level} small />
          </span>
          {LEVEL_NAMES[level]} {counts[level]}
        </Tab>
      ))}
      {(answered > 0 || tab === "answered") && (
        <Tab name="answered" tab={tab}>
          已写理由 {answered}
        </Tab>
      )}
    </div>
  );
}

interface TabProps {
  readonly name: Wanted;
  readonly tab: Wanted;
  readonly children: ReactNode;
}

function Tab({ name, tab, children }: TabProps) {
  return (
    <button type="button" aria-pressed={tab === name} onClick={() => ui.set({ tab: name })}>
      {children}
    </button>
  );
}

export function Order({ order }: { readonly order: "severity" | "place" }) {
  return (
    <div className="segments" role="group" aria-label="次序">
      <button type="button" aria-pressed={order === "severity"} onClick={() => ui.set({ order: "severity" })}>
        按轻重
      </button>
      <button type="button" aria-pressed={order === "place"} onClick={() => ui.set({ order: "place" })}>
        按位置
      </button>
    </div>
  );
}
