import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { ui } from "../state/ui.ts";
import { Icon } from "./icon.tsx";

export const closeDialog = (): void => ui.set({ dialog: null });

interface ModalProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons below the body. */
  readonly footer?: ReactNode;
  /** What Enter in a field and the submitting button do. */
  readonly onSubmit?: () => void;
  /** Called instead of closing where the clerk's going away is an answer too. */
  readonly onLeave?: () => void;
  readonly wide?: boolean;
}

/** A dialog over the window: Esc and the cross leave it, the keyboard stays inside and afterwards goes back. */
export function Modal({ title, children, footer, onSubmit, onLeave = closeDialog, wide = false }: ModalProps) {
  const element = useRef<HTMLDialogElement>(null);
  useFocusBack();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // showModal takes the first button, which is the cross; what the dialog is for comes first.
    const first = dialog?.querySelector<HTMLElement>("[data-first]");
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
  // In a field Enter submits by itself, in a list of choices it does not everywhere.
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLSelectElement)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <dialog className={wide ? "dialog wide" : "dialog"} ref={element} onClose={onLeave} aria-label={title}>
      <form onSubmit={submit} onKeyDown={onKeyDown} noValidate>
        <header>
          <h2 className="grow">{title}</h2>
          <button type="button" className="button flat" onClick={onLeave} aria-label="关闭">
            <Icon name="cross" />
          </button>
        </header>
        {/* Where nothing in it takes the keyboard, the body itself does, to be scrolled. */}
        <div
          className="body"
          {...(footer ? {} : { role: "region", "aria-label": title, tabIndex: 0, "data-first": "" })}
        >
          {children}
        </div>
        {footer && <footer>{footer}</footer>}
      </form>
    </dialog>
  );
}

/** Gives the keyboard back to what had it before; a dialog that is taken off the page does not do that itself. */
function useFocusBack(): void {
  // Read while drawing: when the effects run, an earlier dialog of the same moment may have taken it.
  const before = useRef(document.activeElement);
  // After the dialog has left the page: as long as it is there, nothing behind it takes the keyboard.
  useEffect(
    () => () => {
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    },
    [],
  );
}
