import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Opened } from "../src/contract/reports.ts";
import { contentFromSections } from "../src/core/content/from-sections.ts";
import { sectionsFromContent } from "../src/core/content/print.ts";
import type { Content } from "../src/core/content/types.ts";
import type { Report } from "../src/core/report/report.ts";
import { connect } from "../src/store/connect.ts";
import { Revisions } from "../src/store/revisions.ts";
import { Room } from "../src/store/room.ts";
import { STANDING, WRITER } from "../test/support/stored.ts";
import { inTurns, quantile } from "./measure.ts";
import type { Line } from "./table.ts";

/** How long it takes until what was typed is on the disk, and what it costs there. */

export const SAVES = 500;
/** Saves of a report that has been written at for two weeks. */
const MANY = 20_000;
const PEER = "better-sqlite3, INSERT of the whole JSON";

/** A report with its narrative as the window keeps it, and the same with some letters more, again and again. */
function typing(report: Report): (n: number) => Report {
  const content = contentFromSections(report.sections);
  return (n) => {
    const typed = withText(content, n);
    return { ...report, content: typed, sections: sectionsFromContent(typed, report) };
  };
}

/** In the last paragraph of a section `n` letters more than at first, going on to the next section now and then. */
function withText(content: Content, n: number): Content {
  const at = 1 + (Math.floor(n / 200) % (content.content.length - 1));
  const letters = "全年主动公开政府信息".repeat(20).slice(0, n % 200);
  const sections = content.content.map((section, i) => {
    const last = section.content.at(-1);
    if (i !== at || last?.type !== "paragraph") return section;
    const text = { type: "text" as const, text: letters === "" ? "。" : letters };
    return { ...section, content: [...section.content, { ...last, content: [text] }] };
  });
  return { ...content, content: sections };
}

export async function saving(report: Report, folder: string): Promise<Line[]> {
  const states = typing(report);
  const [ours, theirs] = [join(folder, "ours"), join(folder, "theirs.db")];
  mkdirSync(ours);
  const room = new Room();
  await room.answer({ ask: "use", folder: ours, expected: false });
  const id = await create(room, states(0));
  const plain = connect(theirs);
  for (const pragma of ["locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"]) plain.pragma(pragma);
  plain.exec("CREATE TABLE state (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT");
  const insert = plain.prepare("INSERT INTO state (at, body) VALUES (?, ?)");
  let base = 1;
  let theirNumber = 1;
  const times = await inTurns(SAVES, {
    ours: async () => {
      const save = { id, base, writer: WRITER, report: states(base), standing: STANDING };
      const answer = await room.answer({ ask: "save", ...save });
      if (!answer.ok) throw new Error(answer.error.message);
      base += 1;
    },
    theirs: () => {
      insert.run(Date.now(), JSON.stringify(states(theirNumber)));
      theirNumber += 1;
    },
  });
  plain.close();
  await room.answer({ ask: "close" });
  const line = (what: string, q: number): Line => ({
    what,
    ours: quantile(times.ours, q),
    peer: PEER,
    theirs: quantile(times.theirs, q),
    // Working out what has changed and proving it takes as long again as writing down everything.
    aim: 2,
  });
  const many = await withHistory(join(folder, "many"), states);
  return [
    line("save, change to commit, median", 0.5),
    line("save, change to commit, p99", 0.99),
    {
      what: `bytes a save, of ${MANY.toLocaleString("en")}`,
      unit: "bytes",
      ours: many.bytes / MANY,
      peer: PEER,
      theirs: statSync(theirs).size / SAVES,
      aim: 1 / 20,
    },
    {
      what: `open database and report after ${MANY.toLocaleString("en")} saves`,
      ours: many.opened,
      peer: "(none)",
      theirs: null,
      aim: null,
    },
  ];
}

async function create(room: Room, report: Report): Promise<string> {
  const created = await room.answer({ ask: "create", report, standing: STANDING, originals: [] });
  if (!created.ok) throw new Error(created.error.message);
  return String(Object(created.value).id);
}

/** A database of many saves, written at once, opened as the program opens it. */
async function withHistory(folder: string, states: (n: number) => Report): Promise<{ bytes: number; opened: number }> {
  mkdirSync(folder);
  const room = new Room();
  await room.answer({ ask: "use", folder, expected: false });
  const id = await create(room, states(0));
  await room.answer({ ask: "close" });
  const path = join(folder, "年报.db");
  const db = connect(path);
  db.transaction(() => {
    const revisions = new Revisions(db);
    let state = revisions.read(1, 1)?.state ?? null;
    for (let number = 2; number <= MANY; number += 1) state = revisions.add(1, number, number, states(number), state);
    db.prepare("UPDATE report SET head = ?").run(MANY);
  })();
  db.close();
  const start = performance.now();
  await room.answer({ ask: "use", folder, expected: true });
  const answer = await room.answer({ ask: "open", id });
  const opened = performance.now() - start;
  const { revision } = answer.ok ? (answer.value as Opened) : { revision: 0 };
  if (revision !== MANY) throw new Error(JSON.stringify(answer).slice(0, 200));
  await room.answer({ ask: "close" });
  return { bytes: statSync(path).size, opened };
}
