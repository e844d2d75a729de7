import { type ReactNode, useEffect, useRef } from "react";
import { ui } from "../state/ui.ts";
import { Icon } from "./icon.tsx";

export const closeDialog = (): void => ui.set({ dialog: null });

interface ModalProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons below the body. */
  readonly footer?: ReactNode;
  /** Called instead of closing where the clerk's going away is an answer too. */
  readonly onLeave?: () => void;
}

/** A dialog over the window: Esc and the cross leave it, the keyboard stays inside. */
export function Modal({ title, children, footer, onLeave = closeDialog }: ModalProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // showModal takes the first button, which is the cross; what the dialog is for comes first.
    dialog?.querySelector<HTMLElement>("[data-first]")?.focus();
  }, []);
  return (
    <dialog className="dialog" ref={element} onClose={onLeave} aria-label={title}>
      <header>
        <h2 className="grow">{title}</h2>
        <button type="button" className="button flat" onClick={onLeave} aria-label="关闭">
          <Icon name="cross" />
        </button>
      </header>
      <div className="body">{children}</div>
      {footer && <footer>{footer}</footer>}
    </dialog>
  );
}
