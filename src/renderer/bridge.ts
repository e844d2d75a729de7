import type { Bridge } from "../contract/calls.ts";

declare global {
  interface Window {
    readonly nianbao: Bridge;
  }
}

/** Main's functions, as the preload script put them into the page. */
export const { call, on } = window.nianbao;
