import { z } from "zod";

/** A rectangle of the desktop in device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window stood when it was last moved; `maximized` goes over that place, and back to it. */
export const Place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1).max(32_000),
  height: z.int().min(1).max(32_000),
  maximized: z.boolean(),
});
export type Place = z.infer<typeof Place>;

/** The design size, and the smallest at which the panes can still be used: a small screen at 200 %. */
const USUAL = { width: 1366, height: 768 };
export const SMALLEST = { width: 640, height: 320 };

/** The title bar must be within reach: this much of the window has to lie on a screen. */
const IN_REACH = 100;

/**
 * The remembered place as it fits today's screens: a window whose screen is gone goes to the middle of the first,
 * one that is larger than its screen is made smaller. Without a place the design size, as far as there is room.
 *
 * @param screens the work areas, that of the first screen first
 */
export function fitPlace(
  place: Place | null,
  screens: readonly Area[],
): Partial<Area> & { width: number; height: number } {
  const screen = place ? screens.find((one) => reaches(place, one)) : undefined;
  const room = screen ?? screens[0] ?? { x: 0, y: 0, ...USUAL };
  const width = clamp(place?.width ?? USUAL.width, SMALLEST.width, room.width);
  const height = clamp(place?.height ?? USUAL.height, SMALLEST.height, room.height);
  if (!place || !screen) return { width, height };
  return {
    x: clamp(place.x, room.x + IN_REACH - width, room.x + room.width - IN_REACH),
    y: clamp(place.y, room.y, room.y + room.height - IN_REACH),
    width,
    height,
  };
}

function reaches(place: Area, screen: Area): boolean {
  const across = Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x);
  const down = Math.min(place.y + place.height, screen.y + screen.height) - Math.max(place.y, screen.y);
  return across >= IN_REACH && down >= IN_REACH;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)));
}
