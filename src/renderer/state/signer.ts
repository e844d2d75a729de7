import { call } from "../bridge.ts";
import { ui } from "./ui.ts";

/** Keeps the name under which reasons are written, for the next one and for the next start. */
export function rememberSigner(signer: string): void {
  if (signer === "" || signer === ui.get().signer) return;
  ui.set({ signer });
  void call["signer:remember"]({ name: signer });
}
