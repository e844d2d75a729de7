import type { Preset } from "../../../core/paper/preset.ts";

/** Word measures in twips, 1/1440 inch. */
export function fromMillimetres(length: number): number {
  return Math.round((length * 1440) / 25.4);
}

export function fromPoints(length: number): number {
  return Math.round(length * 20);
}

/** Width of the text area in twips. */
export function textWidth({ page }: Preset): number {
  return fromMillimetres(page.width - page.left - page.right);
}
