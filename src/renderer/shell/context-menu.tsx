import { useEffect, useLayoutEffect, useRef } from "react";
import type { Command } from "../commands/command.ts";
import { createStore, useStore } from "../state/store.ts";
import { MenuList } from "./menu-list.tsx";

interface OpenMenu {
  readonly label: string;
  readonly items: readonly (Command | null)[];
  /** Where its corner shall be, in the window; it moves to where it fits. */
  readonly at: { readonly x: number; readonly y: number };
  /** Who had the keyboard, and gets it back. */
  readonly back: HTMLElement | null;
}

const menu = createStore<{ readonly open: OpenMenu | null }>({ open: null });

/** Opens a menu at a place of the window: that of the right mouse button, or of the menu key. */
export function openMenu(label: string, items: OpenMenu["items"], at: OpenMenu["at"]): void {
  const { activeElement } = document;
  menu.set({ open: { label, items, at, back: activeElement instanceof HTMLElement ? activeElement : null } });
}

/** The menu that is open anywhere in the window. Esc, a click elsewhere and leaving the window close it. */
export function ContextMenu() {
  const open = useStore(menu, (value) => value.open);
  return open && <Floating key={`${open.at.x} ${open.at.y}`} open={open} />;
}

function Floating({ open }: { readonly open: OpenMenu }) {
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const list = holder.current?.firstElementChild;
    if (!holder.current || !list) return;
    const { width, height } = list.getBoundingClientRect();
    holder.current.style.left = `${Math.max(2, Math.min(open.at.x, window.innerWidth - width - 4))}px`;
    holder.current.style.top = `${Math.max(2, Math.min(open.at.y, window.innerHeight - height - 4))}px`;
  }, [open]);
  useEffect(() => {
    const away = (event: Event) => {
      if (!(event.target instanceof Node && holder.current?.contains(event.target))) menu.set({ open: null });
    };
    document.addEventListener("pointerdown", away, true);
    document.addEventListener("wheel", away, true);
    window.addEventListener("blur", away);
    return () => {
      document.removeEventListener("pointerdown", away, true);
      document.removeEventListener("wheel", away, true);
      window.removeEventListener("blur", away);
    };
  }, []);
  const leave = () => {
    menu.set({ open: null });
    open.back?.focus({ preventScroll: true });
  };
  return (
    <div
      className="context-menu"
      ref={holder}
      role="none"
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === "Escape" || event.key === "Tab") leave();
        // Nothing of the window's keys runs behind an open menu.
        if (event.key !== "Enter" && event.key !== " ") event.preventDefault();
        event.stopPropagation();
      }}
    >
      <MenuList label={open.label} items={open.items} onLeave={leave} takesKeyboard />
    </div>
  );
}
