import { inTurns, quantile } from "../measure.ts";
import type { Line } from "../table.ts";
import { memoryOf, ours, type Program, peer, start, stop } from "./electron.ts";

/** How long until there is a window to work with, and the memory that it takes. */

export const STARTS = 15;
const WEIGHINGS = 5;
/** By then what a start leaves to do afterwards is done. */
const REST_MS = 3_000;
const PEER = "empty Electron window";
const AIM = 1.4;

export async function starting(folder: string): Promise<Line[]> {
  const programs = {
    home: ours(folder, "home"),
    sample: ours(folder, "sample", "--sample"),
    empty: peer(folder, "empty"),
  };
  // A first start makes the database, and V8 keeps what it has compiled after the second.
  for (const program of Object.values(programs)) for (let n = 0; n < 2; n += 1) await stop(await start(program));
  const times = await inTurns(STARTS, {
    home: () => opened(programs.home),
    sample: () => opened(programs.sample),
    empty: () => opened(programs.empty),
  });
  const lines = [
    { what: "start to the first screen", ours: times.home },
    { what: "start to the sample's workbench", ours: times.sample },
  ].map(({ what, ours: own }): Line => line(what, quantile(own, 0.5), quantile(times.empty, 0.5)));
  if (process.platform !== "linux") return lines;
  const home = await weighed(programs.home);
  const sample = await weighed(programs.sample);
  const empty = await weighed(programs.empty);
  return [
    ...lines,
    { ...line("memory at the first screen", home, empty), unit: "bytes" },
    { ...line("memory at the sample's workbench", sample, empty), unit: "bytes" },
  ];
}

function line(what: string, own: number, theirs: number): Line {
  return { what, ours: own, peer: PEER, theirs, aim: AIM };
}

/** Closing is no part of a start, but has to be over before the next. */
async function opened(program: Program): Promise<() => Promise<void>> {
  const child = await start(program);
  return () => stop(child);
}

async function weighed(program: Program): Promise<number> {
  const bytes: number[] = [];
  for (let n = 0; n < WEIGHINGS; n += 1) {
    const child = await start(program);
    await new Promise((rested) => setTimeout(rested, REST_MS));
    bytes.push(memoryOf(child));
    await stop(child);
  }
  return quantile(bytes, 0.5);
}
