import type { Cases } from "./cases.ts";
import type { Reader } from "./kept-reader.ts";
import { type Ended, faultsOf } from "./oracle.ts";

export interface Sum {
  /** How the cases ended. */
  readonly counts: Readonly<Record<Ended["kind"], number>>;
  /** One line for each case that broke a promise, with what makes it again. */
  readonly faults: readonly string[];
}

export interface Plan {
  /** The first case. */
  readonly from: number;
  readonly count: number;
  /** How many are read at a time. */
  readonly lanes: number;
  readonly tell: (line: string) => void;
}

const TELL_EVERY = 500;

/** Makes and reads case after case, and judges each. */
export async function fuzz(cases: Cases, reader: Reader, { from, count, lanes, tell }: Plan): Promise<Sum> {
  const counts = { read: 0, refused: 0, limit: 0, hang: 0, crash: 0 };
  const faults: string[] = [];
  let next = from;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (next < from + count) {
      const one = cases.make(next);
      next += 1;
      const ended = await reader.read(one.bytes);
      counts[ended.kind] += 1;
      const wrong = faultsOf(ended);
      if (wrong.length > 0) {
        const line = `${one.again} (${one.kind}: ${one.what}): ${wrong.join("; ")}`;
        faults.push(line);
        tell(line);
      }
      done += 1;
      if (done % TELL_EVERY === 0) tell(`${done} cases, ${JSON.stringify(counts)}`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { counts, faults };
}
