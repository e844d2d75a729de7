import { useEffect, useLayoutEffect, useRef } from "react";
import { EDIT } from "../commands/edit.ts";
import { TABLE } from "../commands/table.ts";
import { MenuList } from "../shell/menu-list.tsx";
import { grid, type MenuPlace } from "./state.ts";
import { focusField } from "./typing.ts";

const ITEMS = [
  EDIT.cut,
  EDIT.copy,
  EDIT.paste,
  null,
  TABLE.clearCells,
  TABLE.fillDown,
  TABLE.fillZeros,
  null,
  TABLE.note,
  TABLE.intoText,
  TABLE.explain,
];

/** Leaves the menu; the keyboard is the grid's again before anything is done. */
function leave(): void {
  grid.set({ menu: null });
  focusField();
}

/** The cells' own menu, where the pointer or the cursor is. Esc and a press elsewhere leave it. */
export function ContextMenu({ left, top, byKey }: MenuPlace) {
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const list = holder.current?.firstElementChild;
    if (!(list instanceof HTMLElement) || !holder.current) return;
    const { width, height } = list.getBoundingClientRect();
    holder.current.style.left = `${Math.max(4, Math.min(left, window.innerWidth - width - 4))}px`;
    holder.current.style.top = `${Math.max(4, Math.min(top, window.innerHeight - height - 4))}px`;
    (byKey ? list.querySelector<HTMLElement>("button:not(:disabled)") : list)?.focus();
  }, [left, top, byKey]);
  useEffect(() => {
    const outside = (event: Event) => {
      if (!(event.target instanceof Node && holder.current?.contains(event.target))) grid.set({ menu: null });
    };
    document.addEventListener("pointerdown", outside);
    window.addEventListener("blur", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      window.removeEventListener("blur", outside);
    };
  }, []);
  return (
    <div
      className="context-menu"
      ref={holder}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== "Escape" && event.key !== "Tab") return;
        event.preventDefault();
        event.stopPropagation();
        leave();
      }}
    >
      <MenuList label="单元格" items={ITEMS} onLeave={leave} />
    </div>
  );
}
