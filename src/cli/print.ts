import { styleText } from "node:util";
import type { Finding } from "../core/checks/finding.ts";
import type { Form } from "../core/form/form.ts";
import { cellPlaceName } from "../core/form/names.ts";
import type { Level, Message, Place } from "../core/report/report.ts";

const SIGNS: Readonly<Record<Level, { readonly word: string; readonly colour: "red" | "yellow" | "cyan" | "gray" }>> = {
  error: { word: "✕ 错误", colour: "red" },
  warning: { word: "！提醒", colour: "yellow" },
  ask: { word: "？核实", colour: "cyan" },
  info: { word: "· 说明", colour: "gray" },
};

/** `✕ 错误` */
export function severityWord(level: Level): string {
  return SIGNS[level].word;
}

const ORDER: readonly Level[] = ["error", "warning", "ask", "info"];

/** Colour on a terminal only, never into a pipe or a file. */
export function paint(colour: Parameters<typeof styleText>[0], text: string): string {
  return process.stdout.isTTY ? styleText(colour, text) : text;
}

/** Pads to a width counted in half-width columns; Han letters take two. */
export function pad(text: string, columns: number): string {
  const wide =
    text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g)
      ?.length ?? 0;
  return text + " ".repeat(Math.max(1, columns - text.length - wide));
}

function placeName(place: Place | undefined, form: Form): string {
  if (!place) return "全文";
  if ("section" in place)
    return form.sections.get(place.section)?.title || (form.sections.has(place.section) ? "前言" : place.section);
  return cellPlaceName(form, place);
}

export function messageLines(messages: readonly Message[], form: Form): string[] {
  return sorted(messages, ({ level }) => level).map(({ level, text, at }) => line(level, placeName(at, form), text));
}

export function findingLines(findings: readonly Finding[], form: Form): string[] {
  return sorted(findings, ({ severity }) => severity).map((finding) => {
    const place = finding.cells[0] ?? (finding.section === undefined ? undefined : { section: finding.section });
    return line(
      finding.severity,
      placeName(place, form),
      `${finding.text}${finding.lifted ? `（已写理由：${finding.lifted}）` : ""} [${finding.code}]`,
    );
  });
}

function line(level: Level, place: string, text: string): string {
  const { word, colour } = SIGNS[level];
  return `${paint(colour, pad(word, 8))}${pad(place, 22)}${text}`;
}

function sorted<T>(items: readonly T[], level: (item: T) => Level): T[] {
  return [...items].sort((a, b) => ORDER.indexOf(level(a)) - ORDER.indexOf(level(b)));
}

/** `错误 0，提醒 2，核实 1` */
export function tally(levels: readonly Level[]): string {
  const count = (level: Level) => levels.filter((other) => other === level).length;
  return `错误 ${count("error")}，提醒 ${count("warning")}，核实 ${count("ask")}，说明 ${count("info")}`;
}

export function printLines(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
