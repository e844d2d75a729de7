import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { CellLookup } from "../../core/content/figure.ts";
import type { FigureRef } from "../../core/content/types.ts";
import { type FigureItem, itemValue, searchItems } from "./figure-items.ts";

interface FigurePickerProps {
  readonly items: readonly FigureItem[];
  readonly lookup: CellLookup;
  /** The lower edge of the cursor, in the window. */
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly onPick: (ref: FigureRef) => void;
  /** Nothing was chosen; `query` is what was searched for. */
  readonly onClose: (query: string) => void;
}

/** So many fit without scrolling; more are shown as one goes down. */
const SHOWN = 60;
const HEIGHT = 290;
const WIDTH = 420;

/** The list behind `#` and 插入数字: search by name, place or pinyin initials; Enter puts the number in. */
export function FigurePicker({ items, lookup, at, onPick, onClose }: FigurePickerProps) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const close = () => onClose(query);
  const found = searchItems(items, query).slice(0, SHOWN);
  const active = found[Math.min(chosen, found.length - 1)];
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) onClose(query);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [onClose, query]);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) setChosen(Math.max(0, Math.min(found.length - 1, chosen + step)));
    else if (event.key === "Enter") {
      if (active) onPick(active.ref);
    } else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const below = at.bottom + HEIGHT < window.innerHeight;
  const place = {
    left: Math.max(4, Math.min(at.left, window.innerWidth - WIDTH - 4)),
    width: WIDTH,
    ...(below ? { top: at.bottom + 4 } : { bottom: window.innerHeight - at.top + 4 }),
  };
  return (
    <div className="figure-picker" role="dialog" aria-label="插入数字" style={place} ref={box}>
      <input
        // The list is opened to be searched: the keyboard goes there.
        ref={(input) => input?.focus()}
        className="input"
        role="combobox"
        aria-label="查找指标"
        aria-expanded="true"
        aria-controls="figure-list"
        aria-activedescendant={active && itemId(active)}
        placeholder="指标名称、编号或拼音首字母"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="figure-list" role="listbox" aria-label="统计表的数字" className="scroll">
        {found.map((item) => (
          <li
            key={itemId(item)}
            id={itemId(item)}
            role="option"
            aria-selected={item === active}
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(item.ref);
            }}
          >
            <span className="path">{item.path}</span>
            <span className="grow cut">{item.label}</span>
            {item.column && <span className="t3">{item.column}</span>}
            <b className={itemValue(item, lookup) === "未填" ? "value t3" : "value"}>{itemValue(item, lookup)}</b>
            <span className="unit t3">{item.unit}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="t3">没有这样的指标。Esc 关闭。</p>}
    </div>
  );
}

function itemId({ ref }: FigureItem): string {
  return `figure_${ref.table}_${ref.row}_${ref.column}`;
}
