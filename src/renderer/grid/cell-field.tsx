import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import type { Range } from "../../core/grid/range.ts";
import { cellId } from "../state/jump.ts";
import { useStore } from "../state/store.ts";
import type { Spot } from "../state/ui.ts";
import { useOver } from "./boxes.ts";
import { useClipboard } from "./clipboard.ts";
import { pressed, refuseTyping } from "./pressed.ts";
import { grid } from "./state.ts";
import { attachField, commit, composed, composes, received } from "./typing.ts";

/** Of the treegrid, for what the field controls. */
export const TABLE_ID = "statistics-grid";

interface CellFieldProps {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly active: Spot | null;
  /** The cursor's cell alone; `null` while it is not visible. */
  readonly range: Range | null;
  /** What a screen reader calls the cell. */
  readonly name: string;
  readonly readOnly: boolean;
  /** How many rows are in view. */
  readonly page: () => number;
  readonly onFocus: () => void;
}

/**
 * The grid's one field. It has the keyboard as long as the grid has, and lies unseen over the cursor's cell: an input
 * method finds it there with its first letter. It shows itself when typing begins.
 */
export function CellField({ table, active, range, name, readOnly, page, onFocus }: CellFieldProps) {
  const holder = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const mode = useStore(grid, (value) => value.mode);
  useEffect(() => (field.current ? attachField(field.current) : undefined), []);
  useClipboard(field);
  useOver(holder, table, range);
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey: shift, ctrlKey: ctrl, altKey: alt, nativeEvent } = event;
    // The input method has this key.
    if (nativeEvent.isComposing || nativeEvent.keyCode === 229) {
      if (readOnly) refuseTyping();
    } else if (pressed({ key, shift, ctrl, alt }, page())) event.preventDefault();
  };
  const typing = mode !== "select";
  return (
    <div className={typing ? "cell-field typing" : "cell-field"} ref={holder}>
      <textarea
        ref={field}
        rows={1}
        data-focus="grid"
        aria-label={typing ? `正在填写：${name}` : name}
        aria-controls={TABLE_ID}
        {...(active && !typing ? { "aria-activedescendant": cellId(active) } : {})}
        readOnly={readOnly}
        aria-readonly={readOnly}
        spellCheck={false}
        autoComplete="off"
        onFocus={onFocus}
        onBlur={commit}
        onKeyDown={onKeyDown}
        onCompositionStart={composes}
        onCompositionEnd={composed}
        onInput={received}
      />
    </div>
  );
}
