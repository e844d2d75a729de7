import { formatNamed } from "../word/formats.ts";
import { type Counters, type Level, type ListInstance, makeCounters, nextLabel } from "../word/lists.ts";
import type { Fonts } from "./fonts.ts";
import { destinationOf, isControl, isGroup, type RtfGroup } from "./parse.ts";
import { plainText } from "./text.ts";

export interface Numbering {
  /** The number of a paragraph that stands in list `ls`; `null` when the file does not define the list. */
  next(list: number, level: number, text: string): string | null;
}

interface Definition {
  readonly counters: Counters;
  readonly levels: ReadonlyMap<number, Level>;
}

/** Reads `\listtable` and `\listoverridetable`. */
export function readNumbering(table: RtfGroup | undefined, overrides: RtfGroup | undefined, fonts: Fonts): Numbering {
  const definitions = new Map<number, Definition>();
  for (const list of groupsOf(table, "list")) {
    const levels = new Map(groupsOf(list, "listlevel").map((level, i) => [i, readLevel(level, i, fonts)]));
    definitions.set(number(list, "listid") ?? 0, { counters: makeCounters(), levels });
  }
  const instances = new Map<number, ListInstance>();
  for (const override of groupsOf(overrides, "listoverride")) {
    const definition = definitions.get(number(override, "listid") ?? 0);
    if (definition) instances.set(number(override, "ls") ?? 0, withOverrides(override, definition, fonts));
  }
  return {
    next: (list, level, text) => {
      const instance = instances.get(list);
      return instance ? nextLabel(instance, level, text) : null;
    },
  };
}

function withOverrides(override: RtfGroup, { counters, levels: own }: Definition, fonts: Fonts): ListInstance {
  const levels = new Map(own);
  const pendingStarts = new Map<number, number>();
  for (const [i, change] of groupsOf(override, "lfolevel").entries()) {
    const [replaced] = groupsOf(change, "listlevel");
    if (replaced) levels.set(i, readLevel(replaced, i, fonts));
    const start = number(change, "levelstartat") ?? levels.get(i)?.start;
    if (number(change, "listoverridestartat") !== undefined && start !== undefined) pendingStarts.set(i, start);
  }
  return { counters, levels, pendingStarts };
}

const SUFFIXES = ["tab", "space", "nothing"];

function readLevel(level: RtfGroup, index: number, fonts: Fonts): Level {
  const [text] = groupsOf(level, "leveltext");
  const hidden = number(level, "v") !== undefined && number(level, "v") !== 0;
  return {
    start: number(level, "levelstartat") ?? 1,
    format: formatNamed(number(level, "levelnfcn") ?? number(level, "levelnfc") ?? 0),
    text: text && !hidden ? levelText(plainText(text, fonts)) : "",
    legal: number(level, "levellegal") === 1,
    suffix: SUFFIXES[number(level, "levelfollow") ?? 0] ?? "tab",
    restartBelow: number(level, "levelnorestart") === 1 ? 0 : index,
  };
}

/** The first letter is the text's length, the last a `;`; where a level's number goes stands the level, 0 to 8. */
function levelText(text: string): string {
  return text
    .slice(1)
    .replace(/;$/, "")
    .replace(/[\u0000-\u0008]/g, (place) => `%${place.charCodeAt(0) + 1}`);
}

function groupsOf(group: RtfGroup | undefined, word: string): RtfGroup[] {
  return group?.items.filter(isGroup).filter((inner) => destinationOf(inner).word === word) ?? [];
}

/** The number behind a control word of the group; 1 for a word without one; `undefined` when it is not there. */
function number(group: RtfGroup, word: string): number | undefined {
  const found = group.items.find((item) => isControl(item) && item.word === word);
  return isControl(found) ? (found.value ?? 1) : undefined;
}
