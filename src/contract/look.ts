import { z } from "zod";

/** How the clerk wants the window to look; `null` leaves it to the system, or to the window's width. */
export const Look = z.strictObject({
  /** The contrast theme by hand. */
  contrast: z.enum(["on", "off"]).nullable(),
  /** The size of the paper, a factor. */
  zoom: z.number().min(0.25).max(4).nullable(),
});
export type Look = z.infer<typeof Look>;

export const USUAL_LOOK: Look = { contrast: null, zoom: null };
