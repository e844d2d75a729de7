import { z } from "zod";
import type { SectionState } from "./types.ts";

const States = z.object({
  content: z.array(
    z.object({ attrs: z.object({ key: z.string(), state: z.enum(["writing", "finished"]).nullish() }) }),
  ),
});

/** How far the clerk is with each section, by key; sections that nothing was done with are not in it. */
export function sectionStates(content: unknown): ReadonlyMap<string, SectionState> {
  const parsed = States.safeParse(content);
  if (!parsed.success) return new Map();
  return new Map(parsed.data.content.flatMap(({ attrs: { key, state } }) => (state ? [[key, state] as const] : [])));
}
