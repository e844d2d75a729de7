import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { EMPTY_REPORT } from "../../test/support/stored.ts";
import type { Report, Section } from "../core/report/report.ts";
import { connect, type Db } from "./connect.ts";
import { REPORTS } from "./migrations/001-reports.ts";
import { Revisions } from "./revisions.ts";

let db: Db;
let revisions: Revisions;
beforeEach(() => {
  db = connect(":memory:");
  db.exec(REPORTS);
  db.exec("INSERT INTO report (key, id, form, head, changed_at, standing) VALUES (1, 'a', 'f', 1, 0, '{}')");
  revisions = new Revisions(db);
});

const LONG = "全年主动公开政府信息，按照条例要求及时更新目录。".repeat(20);
const written = (text: string): Report => {
  const section: Section = { key: "disclosure", heading: "二、主动公开情况", paragraphs: [text, LONG] };
  return { ...EMPTY_REPORT, sections: [section] };
};

/** Adds states from number 1 on, each based on the one before, as the store does. */
function addAll(states: readonly Report[]): void {
  let before = null;
  for (const [i, state] of states.entries()) before = revisions.add(1, i + 1, i, state, before);
}

const rows = () =>
  db.prepare("SELECT number, whole, length(body) AS size FROM revision ORDER BY number").all() as {
    number: number;
    whole: number;
    size: number;
  }[];

/** Somebody, or a bad disk, has written into the database. */
function tamper(sql: string): void {
  db.exec("DROP TRIGGER revision_fixed");
  db.exec(sql);
}

describe("states that follow one another", () => {
  it("are all there again, exactly, whatever was typed", () => {
    const texts = fc.array(fc.string({ unit: "binary", maxLength: 30 }), { minLength: 1, maxLength: 250 });
    fc.assert(
      fc.property(texts, (all) => {
        db.exec("SAVEPOINT round");
        addAll(all.map(written));
        for (const [i, text] of all.entries()) {
          expect(JSON.stringify(revisions.read(1, i + 1)?.state)).toBe(JSON.stringify(written(text)));
        }
        db.exec("ROLLBACK TO round; RELEASE round");
      }),
      { numRuns: 8 },
    );
  });

  it("are kept as what has changed, whole every hundred", () => {
    addAll(Array.from({ length: 250 }, (_, n) => written("字".repeat(n))));
    expect(
      rows()
        .filter(({ whole }) => whole === 1)
        .map(({ number }) => number),
    ).toEqual([1, 101, 201]);
    const patches = rows().filter(({ whole }) => whole === 0);
    expect(Math.max(...patches.map(({ size }) => size))).toBeLessThan(100);
  });

  it("are kept whole where nearly all has changed", () => {
    addAll([written("一"), { ...EMPTY_REPORT, extra: Array.from({ length: 50 }, (_, n) => `另一份报告的第${n}段。`) }]);
    expect(rows().map(({ whole }) => whole)).toEqual([1, 1]);
  });

  it("are kept as they can be read again where they hold more than JSON can say", () => {
    const odd = (n: number): Report => ({
      ...written("一"),
      content: { n, gone: undefined, at: new Date(n), list: [Number.NaN] },
    });
    addAll([odd(1), odd(2), written("三")]);
    expect(revisions.read(1, 2)?.state).toMatchObject({
      content: { n: 2, at: "1970-01-01T00:00:00.002Z", list: [null] },
    });
    expect(revisions.read(1, 3)?.state).toEqual(written("三"));
  });

  it("are refused out of order, changed or deleted", () => {
    addAll([written("一"), written("二")]);
    expect(() => revisions.add(1, 4, 0, written("四"), null)).toThrow("follow one another");
    expect(() => revisions.add(1, 2, 0, written("二"), null)).toThrow("follow one another");
    expect(() => db.exec("UPDATE revision SET hash = zeroblob(32)")).toThrow("never changed");
    expect(() => db.exec("DELETE FROM revision WHERE number = 2")).toThrow("never deleted");
  });
});

describe("a state that is not what was saved", () => {
  const states = Array.from({ length: 120 }, (_, n) => written(`第${n + 1}次`));

  it("is not given out, nor what is built on it; the newest sound one is found", () => {
    addAll(states);
    tamper("UPDATE revision SET body = x'00' WHERE number = 57");
    expect(revisions.read(1, 57)).toBeNull();
    expect(revisions.read(1, 100)).toBeNull();
    expect(revisions.newestSound(1, 100)).toMatchObject({ number: 56, state: { sections: [{}] } });
    // The next whole one does not need it.
    expect(revisions.read(1, 120)?.state).toEqual(states[119]);
    expect(revisions.newestSound(1, 102)?.number).toBe(101);
  });

  it("is told by its hash where the patch still fits", () => {
    addAll(states);
    tamper("UPDATE revision SET body = (SELECT body FROM revision WHERE number = 8) WHERE number = 7");
    expect(revisions.read(1, 6)?.state).toEqual(states[5]);
    expect(revisions.read(1, 7)).toBeNull();
    expect(revisions.newestSound(1, 7)?.number).toBe(6);
  });

  it("leaves nothing where the first one is broken and there is no other whole one", () => {
    addAll(states.slice(0, 20));
    tamper("UPDATE revision SET body = zeroblob(9) WHERE number = 1");
    expect(revisions.newestSound(1, 20)).toBeNull();
  });

  it("is not the one that was asked for when that is not there", () => {
    addAll(states.slice(0, 3));
    expect(revisions.read(1, 4)).toBeNull();
    expect(revisions.read(2, 1)).toBeNull();
  });
});
