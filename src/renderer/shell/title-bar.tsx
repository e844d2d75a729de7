import { Icon } from "../parts/icon.tsx";
import { MenuBar } from "./menu-bar.tsx";

/** Menu and name; the window's own buttons are the system's and lie over the right end. */
export function TitleBar({ name }: { readonly name: string }) {
  return (
    <header className="title-bar">
      <span className="logo">
        <Icon name="app" />
      </span>
      <MenuBar />
      <div className="name cut">{name}</div>
    </header>
  );
}
