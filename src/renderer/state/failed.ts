import type { SourceRef } from "../../contract/calls.ts";
import { restingPlace, shown } from "./screen.ts";

/** Shows that something was not opened, with the way back to where one was. */
export function failed(source: SourceRef | null, message: string): void {
  shown.set({ screen: { kind: "unreadable", source, message, before: restingPlace(shown.get().screen) } });
}
