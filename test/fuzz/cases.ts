import { dice } from "../support/dice.ts";
import { type Inside, insideOf } from "./inside.ts";
import { mutate, pick } from "./mutate.ts";
import { makeSamples } from "./samples.ts";

/** A spoilt file. Seed and number alone decide what it is, so that it can be made again. */
export interface Case {
  /** The arguments that make it again. */
  readonly again: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
  /** What was done to the sample. */
  readonly what: string;
}

interface Sample {
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly inside: Inside | null;
}

/** Makes the cases of a seed, over all kinds of file or one of them. */
export class Cases {
  readonly #seed: number;
  readonly #only: string | undefined;
  readonly #samples: readonly Sample[];
  private constructor(seed: number, only: string | undefined, samples: readonly Sample[]) {
    this.#seed = seed;
    this.#only = only;
    this.#samples = samples;
  }

  static async of(seed: number, only?: string): Promise<Cases> {
    const samples: Sample[] = [];
    for (const [kind, bytes] of await makeSamples())
      if (only === undefined || kind === only) samples.push({ kind, bytes, inside: await insideOf(bytes) });
    if (samples.length === 0) throw new Error(`no kind “${only}”: ${[...(await makeSamples()).keys()].join(" | ")}`);
    return new Cases(seed, only, samples);
  }

  get kinds(): readonly string[] {
    return this.#samples.map(({ kind }) => kind);
  }

  /** The kinds take turns; a container is spoilt three times in four inside, where the readers are. */
  make(number: number): Case {
    const random = dice(this.#seed ^ Math.imul(number + 1, 0x9e3779b1));
    const { kind, bytes, inside } = this.#samples[number % this.#samples.length] as Sample;
    const times = random() < 0.7 ? 1 : 2 + Math.floor(random() * 3);
    const done: string[] = [];
    const spoil = (whole: Uint8Array): Uint8Array => {
      let spoilt = whole;
      for (let i = 0; i < times; i += 1) {
        const mutated = mutate(spoilt, random);
        spoilt = mutated.bytes;
        done.push(mutated.what);
      }
      return spoilt;
    };
    const made = inside && random() < 0.75 ? spoilInside(inside, random, spoil, done) : spoil(bytes);
    const again = `--seed ${this.#seed}${this.#only === undefined ? "" : ` --kind "${this.#only}"`} --case ${number}`;
    return { again, kind, bytes: made, what: done.join("; ") };
  }
}

/** One part, the larger the likelier: what matters lies in the largest. */
function spoilInside(
  { parts, packed }: Inside,
  random: () => number,
  spoil: (bytes: Uint8Array) => Uint8Array,
  done: string[],
): Uint8Array {
  const names = [...parts.keys()].sort((a, b) => (parts.get(b)?.length ?? 0) - (parts.get(a)?.length ?? 0));
  const name = random() < 0.5 ? (names[0] ?? "") : pick(names, random);
  done.push(name);
  return packed(new Map(parts).set(name, spoil(parts.get(name) ?? new Uint8Array())));
}
