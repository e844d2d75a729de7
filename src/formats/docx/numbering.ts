import { child, childElements, descendants, type XmlElement } from "../ooxml/tree.ts";
import { type Counters, type Level, type ListInstance, makeCounters, nextLabel } from "../word/lists.ts";
import { integer, type Styles, toggle } from "./styles.ts";

/** Hands out automatic numbers; a paragraph asks once, in the order of the text. */
export interface Numbering {
  /**
   * The number in front of the paragraph, ready to stand before `text`; empty when it has none.
   * @param properties the paragraph's `w:pPr`
   */
  next(properties: XmlElement | undefined, styleId: string | null, text: string): string;
}

/** A level of a Word file may belong to a paragraph style. */
interface StyledLevel extends Level {
  readonly style: string | null;
}

interface List {
  readonly counters: Counters;
  readonly levels: ReadonlyMap<number, StyledLevel>;
}

interface Instance extends ListInstance {
  readonly levels: ReadonlyMap<number, StyledLevel>;
}

/** Reads `numbering.xml`. */
export function readNumbering(root: XmlElement | null, styles: Styles): Numbering {
  const definitions = new Map(
    childElements(root ?? undefined, "w:abstractNum").map((e) => [value(e, "abstractNumId"), e]),
  );
  const numbers = new Map(childElements(root ?? undefined, "w:num").map((e) => [value(e, "numId"), e]));
  const lists = new Map<string, List>();
  const instances = new Map<string, Instance | null>();

  /** A definition may only point at a style, whose own number has the real one (`w:numStyleLink`). */
  const definitionOf = (number: XmlElement, hops: number): [string, XmlElement] | null => {
    const id = childValue(number, "w:abstractNumId");
    const definition = id === undefined ? undefined : definitions.get(id);
    if (id === undefined || !definition) return null;
    const link = childValue(definition, "w:numStyleLink");
    const linked = link === undefined ? undefined : numbers.get(styles.paragraph(link).numbering?.numId ?? "");
    return linked && hops > 0 ? definitionOf(linked, hops - 1) : [id, definition];
  };

  const instanceOf = (id: string): Instance | null => {
    const known = instances.get(id);
    if (known !== undefined) return known;
    const number = numbers.get(id);
    const found = number && definitionOf(number, 5);
    let instance: Instance | null = null;
    if (number && found) {
      const list = lists.get(found[0]) ?? {
        counters: makeCounters(),
        levels: levelsOf(found[1]),
      };
      lists.set(found[0], list);
      instance = withOverrides(number, list);
    }
    instances.set(id, instance);
    return instance;
  };

  return {
    next: (properties, styleId, text) => {
      const own = child(properties, "w:numPr");
      const style = styles.paragraph(styleId).numbering;
      const ownId = childValue(own, "w:numId");
      const id = ownId ?? style?.numId ?? null;
      const instance = id === null || id === "0" ? null : instanceOf(id);
      if (!instance) return "";
      const given = integer(childValue(own, "w:ilvl"));
      const level = given ?? (ownId === undefined && style ? styleLevel(instance, style.styleId, style.level) : 0);
      return nextLabel(instance, level, text);
    },
  };
}

function styleLevel(instance: Instance, styleId: string, said: number | null): number {
  for (const [index, level] of instance.levels) if (level.style === styleId) return index;
  return said ?? 0;
}

function levelsOf(definition: XmlElement): Map<number, StyledLevel> {
  return new Map(childElements(definition, "w:lvl").map((level) => [levelIndex(level), readLevel(level)]));
}

function withOverrides(number: XmlElement, list: List): Instance {
  const levels = new Map(list.levels);
  const pendingStarts = new Map<number, number>();
  for (const override of childElements(number, "w:lvlOverride")) {
    const index = levelIndex(override);
    const replaced = child(override, "w:lvl");
    if (replaced) levels.set(index, readLevel(replaced));
    const start = integer(childValue(override, "w:startOverride"));
    if (start !== undefined) pendingStarts.set(index, start);
  }
  return { counters: list.counters, levels, pendingStarts };
}

function readLevel(level: XmlElement): StyledLevel {
  const index = levelIndex(level);
  const restart = integer(childValue(level, "w:lvlRestart"));
  // Word wraps formats of its own in mc:AlternateContent; the fallback says the nearest standard one.
  const format =
    childValue(level, "w:numFmt") ?? descendants(level, "w:numFmt").at(-1)?.attributes["w:val"] ?? "decimal";
  const hidden = toggle(child(level, "w:rPr"), "w:vanish") === true;
  return {
    start: integer(childValue(level, "w:start")) ?? 0,
    format,
    text: hidden ? "" : (childValue(level, "w:lvlText") ?? ""),
    legal: toggle(level, "w:isLgl") === true,
    suffix: childValue(level, "w:suff") ?? "tab",
    restartBelow: restart ?? index,
    style: childValue(level, "w:pStyle") ?? null,
  };
}

function levelIndex(element: XmlElement): number {
  return integer(element.attributes["w:ilvl"]) ?? 0;
}

function value(element: XmlElement, name: string): string {
  return element.attributes[`w:${name}`] ?? "";
}

function childValue(element: XmlElement | undefined, tag: string): string | undefined {
  return child(element, tag)?.attributes["w:val"];
}
