import { contextBridge, ipcRenderer } from "electron";
import { CALLS, EVENTS } from "../contract/channels.ts";

/** Maps each channel to a function, and nothing more. The shape is `Bridge` of the contract. */
contextBridge.exposeInMainWorld("nianbao", {
  call: Object.fromEntries(CALLS.map((name) => [name, (input: unknown) => ipcRenderer.invoke(name, input)])),
  on: Object.fromEntries(
    EVENTS.map((name) => [
      name,
      (listener: (payload: unknown) => void) => {
        const relay = (_: unknown, payload: unknown) => listener(payload);
        ipcRenderer.on(name, relay);
        return () => ipcRenderer.off(name, relay);
      },
    ]),
  ),
});
