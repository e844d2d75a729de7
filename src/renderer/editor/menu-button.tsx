import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Command } from "../commands/command.ts";
import { Icon } from "../parts/icon.tsx";
import { MenuList } from "../shell/menu-list.tsx";

interface MenuButtonProps {
  readonly label: string;
  readonly children: ReactNode;
  /** The menu ends where the button ends, for a button at the right edge; it has an arrow then. */
  readonly end?: boolean;
  /** Made when the menu opens; `null` is a line between groups. */
  readonly items: () => readonly (Command | null)[];
}

/** A button with a menu below it. Esc and a click elsewhere close it. */
export function MenuButton({ label, children, end = false, items }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const holder = useRef<HTMLDivElement>(null);
  /** Who had the keyboard gets it back: the text, or the button that was pressed by key. */
  const back = useRef<Element | null>(null);
  const leave = () => {
    setOpen(false);
    if (back.current instanceof HTMLElement) back.current.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!(event.target instanceof Node && holder.current?.contains(event.target))) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    window.addEventListener("blur", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      window.removeEventListener("blur", outside);
    };
  }, [open]);
  return (
    <div
      className={end ? "menu-holder end" : "menu-holder"}
      ref={holder}
      onKeyDown={(event) => {
        if (!open || event.key !== "Escape") return;
        leave();
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <button
        type="button"
        className={open ? "button flat small on" : "button flat small"}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={label}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          if (!open) back.current = document.activeElement;
          setOpen(!open);
        }}
      >
        {children}
        {end && <Icon name="down" small />}
      </button>
      {open && <MenuList label={label} items={items()} onLeave={leave} />}
    </div>
  );
}
