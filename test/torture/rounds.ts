import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "../../src/core/report/report.ts";
import { connect } from "../../src/store/connect.ts";
import { Revisions } from "../../src/store/revisions.ts";
import { Room } from "../../src/store/room.ts";
import { listSnapshots } from "../../src/store/snapshots.ts";
import { dice } from "../support/dice.ts";
import { FIRST, nextState } from "./states.ts";

const WRITER = join(import.meta.dirname, "writer.ts");
/** Then a new database is begun: beginning one is ended in the middle too. */
const ROUNDS_OF_ONE = 40;
/** One round in so many is ended before the database need be open. */
const EARLY = 8;
const EARLIEST_MS = 400;
const LONGEST_MS = 250;

export interface Sum {
  readonly rounds: number;
  readonly databases: number;
  /** States that were acknowledged. All of them were there. */
  readonly acknowledged: number;
  /** Rounds in which the last state was there although its acknowledgement was not heard any more. */
  readonly unheard: number;
  /** Rounds that ended before the first acknowledgement. */
  readonly early: number;
  /** Copies that were there and sound at the end of a round. */
  readonly copies: number;
}

/** What is known of the database that is written at the moment. */
interface Known {
  readonly folder: string;
  /** Every state that is there, from revision 1 on. */
  readonly states: Report[];
}

/**
 * Starts the store, lets it write and ends it by SIGKILL at a random moment, again and again, and looks each time
 * whether everything that it acknowledged is there, exactly and in order.
 * @throws {Error} at the first round that breaks a promise; its database stays, for whoever looks into it
 */
export async function torture(rounds: number, seed: number, tell: (round: number) => void = () => {}): Promise<Sum> {
  const next = dice(seed);
  const sum = { rounds: 0, databases: 0, acknowledged: 0, unheard: 0, early: 0, copies: 0 };
  let known: Known | null = null;
  for (let round = 0; round < rounds; round += 1) {
    if (round % ROUNDS_OF_ONE === 0) {
      if (known) await rm(known.folder, { recursive: true, force: true });
      known = { folder: await mkdtemp(join(tmpdir(), "nianbao-torture-")), states: [] };
      sum.databases += 1;
    }
    if (!known) throw new Error("no database");
    try {
      const acknowledged = await write(known.folder, seed, next);
      const before = known.states.length;
      const there = await look(known, acknowledged, seed);
      sum.acknowledged += Math.max(0, acknowledged - before);
      if (acknowledged === 0) sum.early += 1;
      else if (there > acknowledged) sum.unheard += 1;
      sum.copies += copiesAreSound(known);
    } catch (error) {
      throw new Error(`round ${round} of seed ${seed}, ${known.folder}`, { cause: error });
    }
    sum.rounds += 1;
    tell(sum.rounds);
  }
  if (known) await rm(known.folder, { recursive: true, force: true });
  return sum;
}

/** Lets the store write until its end; the last revision that it acknowledged, 0 without any. */
function write(folder: string, seed: number, next: () => number): Promise<number> {
  const early = next() < 1 / EARLY;
  const after = next() * (early ? EARLIEST_MS : LONGEST_MS);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, folder, String(seed)], { stdio: ["ignore", "pipe", "pipe"] });
    let [said, complaint] = ["", ""];
    let ended = false;
    const end = () => {
      ended ||= child.kill("SIGKILL");
    };
    if (early) setTimeout(end, after);
    child.stdout.on("data", (data: Buffer) => {
      // The time runs from the first word on: until then the store has only been starting.
      if (!early && said === "") setTimeout(end, after);
      said += data.toString();
    });
    child.stderr.on("data", (data: Buffer) => {
      complaint += data.toString();
    });
    child.on("error", reject);
    child.on("close", () => {
      if (!ended) reject(new Error(`the store ended by itself:\n${complaint}`));
      else resolve(Math.max(0, ...[...said.matchAll(/^saved (\d+)\n/gm)].map(([, number]) => Number(number))));
    });
  });
}

/** Opens what was left as the program does, and compares every new state with what was sent. */
async function look(known: Known, acknowledged: number, seed: number): Promise<number> {
  const path = join(known.folder, "年报.db");
  // Ended before there was a file: nothing can have been acknowledged.
  if (!existsSync(path) && acknowledged === 0 && known.states.length === 0) return 0;
  const room = new Room();
  const shelf = await room.answer({
    ask: "use",
    folder: known.folder,
    expected: acknowledged + known.states.length > 0,
  });
  const reports = shelf.ok ? Object(shelf.value).reports : undefined;
  const id: unknown = reports?.[0]?.id;
  const opened = typeof id === "string" ? await room.answer({ ask: "open", id }) : null;
  await room.answer({ ask: "close" });
  if (!reports || reports.length > 1) throw new Error(`not one report: ${JSON.stringify(shelf)}`);
  if (opened === null && acknowledged === 0 && known.states.length === 0) return 0;
  const { kind, revision: last, report } = Object(opened?.ok ? opened.value : opened);
  if (kind !== "sound") throw new Error(`not to be opened: ${JSON.stringify(opened).slice(0, 500)}`);
  if (last < acknowledged) throw new Error(`${acknowledged} was acknowledged, ${last} is the last`);
  // Whoever writes waits for the answer: one state at most can be there that was not heard of.
  if (last > Math.max(acknowledged, known.states.length) + 1) throw new Error(`${last} after ${acknowledged}`);
  compareStates(path, known, last, seed);
  if (JSON.stringify(report) !== JSON.stringify(known.states.at(-1))) throw new Error("another report was opened");
  return last;
}

function compareStates(path: string, { states }: Known, last: number, seed: number): void {
  const db = connect(path);
  try {
    const check = db.pragma("integrity_check", { simple: true });
    if (check !== "ok") throw new Error(String(check));
    const revisions = new Revisions(db);
    for (let number = states.length + 1; number <= last; number += 1) {
      const before = states.at(-1);
      states.push(before ? nextState(before, number, seed) : FIRST);
      const found = JSON.stringify(revisions.read(1, number)?.state);
      if (found !== JSON.stringify(states.at(-1))) throw new Error(`revision ${number} is not what was sent`);
    }
  } finally {
    db.close();
  }
}

/** Under a copy's name there is only ever a whole one, with a last state that was sent. */
function copiesAreSound({ folder, states }: Known): number {
  const copies = join(folder, "备份");
  const [newest] = listSnapshots(copies);
  if (!newest) return 0;
  const db = connect(join(copies, newest.id), { readonly: true });
  try {
    const check = db.pragma("integrity_check", { simple: true });
    if (check !== "ok") throw new Error(`${newest.id}: ${String(check)}`);
    const head = db.prepare("SELECT head FROM report").pluck().get();
    const found = typeof head === "number" ? new Revisions(db).read(1, head)?.state : undefined;
    const sent = typeof head === "number" ? states[head - 1] : undefined;
    if (head !== undefined && JSON.stringify(found) !== JSON.stringify(sent))
      throw new Error(`${newest.id} is not what was sent`);
    return 1;
  } finally {
    db.close();
  }
}
