import { writeSync } from "node:fs";
import type { Opened } from "../../src/contract/reports.ts";
import { Room } from "../../src/store/room.ts";
import { STANDING, WRITER } from "../support/stored.ts";
import { FIRST, nextState } from "./states.ts";

/**
 * The store as its process runs it, with somebody who never stops writing: `node writer.ts FOLDER SEED`. Each
 * acknowledged state is said at once, so that whoever ends this process knows what must be there.
 */
const [folder = "", seed = ""] = process.argv.slice(2);
/** Copies are taken all the time, so that the end comes in the middle of one too. */
const COPY_AFTER_MS = 40;

const room = new Room({ copyAfter: COPY_AFTER_MS });

/** Straight into the pipe: what Node would still hold back is lost with the process. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function ask<T>(request: Parameters<Room["answer"]>[0]): Promise<T> {
  const answer = await room.answer(request);
  if (!answer.ok) throw new Error(`${request.ask}: ${answer.error.message}`);
  return answer.value as T;
}

/** The report of this database; the first time it is put in. */
async function report(): Promise<Opened> {
  const shelf = await ask<{ kind: string; reports?: { id: string }[] }>({ ask: "use", folder, expected: false });
  if (shelf.kind !== "ready") throw new Error(JSON.stringify(shelf));
  const known = shelf.reports?.[0]?.id;
  const { id } = known
    ? { id: known }
    : await ask<{ id: string }>({ ask: "create", report: FIRST, standing: STANDING, originals: [] });
  const opened = await ask<Opened>({ ask: "open", id });
  say(`saved ${opened.revision}`);
  return opened;
}

let { id, revision, report: state } = await report();
for (;;) {
  state = nextState(state, revision + 1, Number(seed));
  const saved = await ask<{ revision: number }>({
    ask: "save",
    id,
    base: revision,
    writer: WRITER,
    report: state,
    standing: STANDING,
  });
  revision = saved.revision;
  say(`saved ${revision}`);
  // A copy is taken between the saves.
  await new Promise((go) => setImmediate(go));
}
