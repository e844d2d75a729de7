import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { Range } from "../../core/grid/range.ts";
import type { Spot } from "../state/ui.ts";
import { useOver } from "./boxes.ts";
import { changeNote, closeNote } from "./noting.ts";
import { grid } from "./state.ts";

interface NoteBoxProps {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly range: Range | null;
  readonly spot: Spot;
  readonly name: string;
  /** What the note says when it is opened. */
  readonly text: string;
}

/** The note of a cell, beside it. It is kept as it is written; Esc, 完成 and a click elsewhere close it. */
export function NoteBox({ table, range, spot, name, text }: NoteBoxProps) {
  const holder = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useOver(holder, table, range);
  useLayoutEffect(() => {
    const frame = table.current?.parentElement?.getBoundingClientRect();
    const below = box.current?.getBoundingClientRect();
    // Where the table ends too soon below the cell, the box stands above it.
    box.current?.toggleAttribute(
      "data-above",
      frame !== undefined && below !== undefined && below.bottom > frame.bottom,
    );
  }, [table]);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(text.length, text.length);
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const onInput = (event: FormEvent) => {
    if (event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing) return;
    changeNote(spot, field.current?.value ?? "");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { nativeEvent, key, ctrlKey } = event;
    if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
    if (key !== "Escape" && !(key === "Enter" && ctrlKey)) return;
    event.preventDefault();
    closeNote();
  };
  return (
    <div className="note-holder" ref={holder}>
      <div
        className="note-box"
        ref={box}
        role="dialog"
        aria-label={`批注：${name}`}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!box.current?.contains(event.relatedTarget)) grid.set({ noting: null });
        }}
      >
        <textarea
          ref={field}
          aria-label={`批注：${name}`}
          placeholder="写给自己或同事看的话，不印在报告上"
          defaultValue={text}
          maxLength={500}
          spellCheck={false}
          onInput={onInput}
          onCompositionEnd={() => changeNote(spot, field.current?.value ?? "")}
        />
        <footer>
          <button
            type="button"
            className="link"
            onClick={() => {
              changeNote(spot, "");
              closeNote();
            }}
          >
            删除批注
          </button>
          <span className="grow" />
          <button type="button" className="button small" onClick={closeNote}>
            完成
          </button>
        </footer>
      </div>
    </div>
  );
}
