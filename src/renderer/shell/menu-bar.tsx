import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { MENUS } from "../commands.ts";
import { shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { MenuList } from "./menu-list.tsx";

/** The menu bar as on Windows: Alt or F10 goes to it, arrows go round, Esc goes back to where one was. */
export function MenuBar() {
  const [open, setOpen] = useState<number | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const back = useRef<HTMLElement | null>(null);
  useStore(shown, (value) => value.screen.kind);
  const menus = MENUS.filter((menu) => menu.shown?.() ?? true);
  /** Who has the keyboard gets it back, also when the menu was opened by mouse. */
  const remember = () => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && !bar.current?.contains(activeElement)) back.current = activeElement;
  };
  useAltKey(() => {
    remember();
    bar.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  });
  useEffect(() => {
    if (open === null) return;
    const close = (event: Event) => {
      if (!(event.target instanceof Node && bar.current?.contains(event.target))) setOpen(null);
    };
    document.addEventListener("pointerdown", close);
    window.addEventListener("blur", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      window.removeEventListener("blur", close);
    };
  }, [open]);

  const titles = () => [...(bar.current?.querySelectorAll<HTMLElement>(".menu-title") ?? [])];
  const leave = () => {
    setOpen(null);
    if (back.current) back.current.focus({ preventScroll: true });
    else if (document.activeElement instanceof HTMLElement && bar.current?.contains(document.activeElement))
      document.activeElement.blur();
    back.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = titles().findIndex((title) => title.parentElement?.contains(document.activeElement));
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step !== 0 && at >= 0) {
      const next = (at + step + menus.length) % menus.length;
      titles()[next]?.focus();
      if (open !== null) setOpen(next);
    } else if (event.key === "Escape") leave();
    else if ((event.key === "ArrowDown" || event.key === "Enter" || event.key === " ") && open === null) setOpen(at);
    else {
      // The key of a command closes the menu and does its work.
      if (open !== null && (event.ctrlKey || /^F\d+$/.test(event.key)) && event.key !== "Control") leave();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="menu-bar" role="menubar" aria-label="菜单" tabIndex={-1} ref={bar} onKeyDown={onKeyDown}>
      {menus.map((menu, index) => (
        <div className="menu-holder" key={menu.label} role="none">
          <button
            type="button"
            className={open === index ? "menu-title on" : "menu-title"}
            role="menuitem"
            tabIndex={-1}
            aria-haspopup="menu"
            aria-expanded={open === index}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              remember();
              setOpen(open === index ? null : index);
            }}
            onPointerEnter={() => open !== null && setOpen(index)}
          >
            {menu.label}
          </button>
          {open === index && <MenuList label={menu.label} items={menu.items} onLeave={leave} />}
        </div>
      ))}
    </div>
  );
}

/** Calls back when Alt is pressed and let go with nothing in between, or F10 is pressed. */
function useAltKey(callback: () => void): void {
  const latest = useRef(callback);
  latest.current = callback;
  useEffect(() => {
    let alone = false;
    const down = (event: globalThis.KeyboardEvent) => {
      alone = event.key === "Alt" && !event.ctrlKey && !event.shiftKey;
      if (event.key !== "F10" || event.shiftKey) return;
      event.preventDefault();
      latest.current();
    };
    const up = (event: globalThis.KeyboardEvent) => {
      if (event.key === "Alt" && alone) latest.current();
      alone = false;
    };
    window.addEventListener("keydown", down);
    window.addEventListener("keyup", up);
    return () => {
      window.removeEventListener("keydown", down);
      window.removeEventListener("keyup", up);
    };
  }, []);
}
