/** What is timed: one run, in whatever it does. What it gives back is done afterwards and not timed. */
export type Contestant = () => Afterwards | Promise<Afterwards>;
type Afterwards = void | (() => void | Promise<void>);

/** As `inTurns`. @returns the median of each in milliseconds */
export async function alternate<Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, Contestant>>,
): Promise<Record<Name, number>> {
  const times = Object.entries<number[]>(await inTurns(rounds, contestants));
  return Object.fromEntries(times.map(([name, all]) => [name, quantile(all, 0.5)])) as Record<Name, number>;
}

/**
 * Runs the contestants in turns, each round beginning with the next of them, so that what slows the machine for a
 * while slows all alike. One round before the first is not counted.
 * @returns every time of each in milliseconds
 */
export async function inTurns<Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, Contestant>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contestants) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + 1 + turn) % names.length] as Name;
      const start = performance.now();
      const afterwards = await contestants[name]();
      const time = performance.now() - start;
      await afterwards?.();
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  return Object.fromEntries(times) as Record<Name, number[]>;
}

/** The value below which that part of all lies, between two of them in proportion: 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = part * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return below + (above - below) * (place - Math.floor(place));
}
