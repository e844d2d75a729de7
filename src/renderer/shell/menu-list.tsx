import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Command } from "../commands/command.ts";
import { Icon } from "../parts/icon.tsx";

interface MenuListProps {
  readonly label: string;
  /** `null` is a line between groups. */
  readonly items: readonly (Command | null)[];
  /** The menu closes, and the keyboard goes back to where it was; an item runs afterwards. */
  readonly onLeave: () => void;
  /** The first entry takes the keyboard in any case, not only when the menu was opened by key. */
  readonly takesKeyboard?: boolean;
}

/** The items of an open menu; arrows, Home and End go through those that can be run. */
export function MenuList({ label, items, onLeave, takesKeyboard = false }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>("button:not(:disabled)") ?? [])];
  useEffect(() => {
    // Opened by key, the first entry takes the keyboard; opened by mouse, the menu has it and none of its entries.
    const byKey = takesKeyboard || list.current?.parentElement?.contains(document.activeElement);
    const first = byKey ? list.current?.querySelector<HTMLElement>("button:not(:disabled)") : null;
    (first ?? list.current)?.focus({ preventScroll: true });
  }, [takesKeyboard]);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const at = all.findIndex((entry) => entry === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: Math.max(at, 0) - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    all.at(to % all.length)?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="menu-list" role="menu" tabIndex={-1} aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {items.map((command, index) =>
        command === null ? (
          <hr key={`line ${index}`} />
        ) : (
          <button
            type="button"
            key={command.label}
            role={command.on ? "menuitemcheckbox" : "menuitem"}
            {...(command.on ? { "aria-checked": command.on() } : {})}
            tabIndex={-1}
            disabled={command.can?.() === false}
            onMouseDown={(event) => event.preventDefault()}
            onPointerEnter={(event) => event.currentTarget.focus({ preventScroll: true })}
            onClick={() => {
              onLeave();
              command.run();
            }}
          >
            <span className="mark">{command.on?.() && <Icon name="tick" small />}</span>
            <span className="grow">{command.label}</span>
            <span className="t3">{command.keys}</span>
          </button>
        ),
      )}
    </div>
  );
}
