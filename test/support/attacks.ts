import type { Input } from "../../src/contract/calls.ts";
import type { Call } from "../../src/contract/channels.ts";
import { EMPTY_ANNEX, REPORT_SCHEMA, type Report } from "../../src/core/report/report.ts";

const id = "7b1f8d0e-2f7b-4d43-9e0c-2f4ddc0a1f11";

const report: Report = {
  schema: REPORT_SCHEMA,
  form: "none",
  year: null,
  unit: null,
  title: null,
  sections: [],
  tables: [],
  annex: EMPTY_ANNEX,
  extra: [],
  dropped: [],
  messages: [],
};

const standing = { counts: { error: 0, warning: 0, ask: 0, info: 0, lifted: 0, stale: 0 }, place: null };

/** A right input of each call, for attacks to spoil; what may be null is null. A channel without one does not compile. */
export const RIGHT: { readonly [C in Call]: Input<C> } = {
  "app:start": undefined,
  "forms:all": undefined,
  "source:choose": undefined,
  "source:drop": { files: [{ name: "报告.txt", bytes: new Uint8Array([1]) }] },
  "source:sample": undefined,
  "source:read": { id },
  "source:cancel": { id },
  "shelf:list": undefined,
  "shelf:retry": undefined,
  "shelf:restore": { snapshot: "copy" },
  "shelf:choose-folder": undefined,
  "shelf:move": undefined,
  "shelf:begin-new": undefined,
  "report:create": { source: null, report, standing },
  "report:open": { id },
  "report:go-back": { id, revision: 1 },
  "report:save": { id, base: 1, writer: id, report, standing },
  "report:name-version": { id, name: "给主任看的稿" },
  "export:begin": undefined,
  "export:choose-folder": undefined,
  "export:taken": { folder: id, names: ["报告.docx"] },
  "report:export": {
    folder: id,
    report,
    kinds: ["docx"],
    name: "报告",
    record: true,
    replace: false,
    pattern: null,
  },
  "export:cancel": undefined,
  "export:show": { id },
  "office:save": { unit: null, head: null, reviewer: null, filler: null, phone: null },
  "signer:remember": { name: "王小明" },
  "screen:shown": { id: null },
  "edit:paste": undefined,
  "window:look": { contrast: null, zoom: null, dark: false },
  "window:close": undefined,
  "window:decide": { leave: false },
};

/** A way to spoil an input. `make` is called when it is sent: some are large. */
export interface Attack {
  readonly name: string;
  readonly make: () => unknown;
}

/**
 * Every way in which an input can be wrong, one at a time. Needs nothing from outside itself, so that it can also be
 * run in a page.
 */
export function attacksOn(right: unknown): Attack[] {
  const ring = () => {
    const value: Record<string, unknown> = {};
    value["self"] = value;
    return value;
  };
  const deep = () => {
    let value: unknown[] = [];
    for (let i = 0; i < 900; i += 1) value = [value];
    return value;
  };
  const withOwn = (base: object, name: string, value: unknown) =>
    Object.defineProperty({ ...base }, name, { value, enumerable: true });
  const insteadOf = (value: unknown): Attack[] => [
    ...(value === undefined ? [] : [{ name: "nothing", make: () => undefined }]),
    ...(value === null ? [] : [{ name: "null", make: () => null }]),
    ...(typeof value === "boolean" ? [] : [{ name: "true", make: () => true }]),
    { name: "no number", make: () => Number.NaN },
    { name: "a path", make: () => "../".repeat(100) },
    { name: "100 MB of text", make: () => "x".repeat(100_000_000) },
    { name: "a list", make: () => [["../"]] },
    { name: "a long list", make: () => Array(400_000).fill(0) },
    { name: "a deep list", make: deep },
    { name: "an object", make: () => ({ toString: "x", length: -1 }) },
    { name: "a ring", make: ring },
    { name: "an object with __proto__", make: () => withOwn({}, "__proto__", { polluted: true }) },
    { name: "bytes", make: () => new Uint8Array(2) },
    { name: "a date", make: () => new Date(0) },
    { name: "a map", make: () => new Map([["id", 1]]) },
    { name: "an error", make: () => new Error("x") },
  ];
  if (typeof right !== "object" || right === null) return insteadOf(right);
  const fields = Object.entries(right);
  return [
    ...insteadOf(right),
    { name: "a field too many", make: () => ({ ...right, path: "/etc/passwd" }) },
    { name: "__proto__ as a field", make: () => withOwn(right, "__proto__", { polluted: true }) },
    { name: "constructor as a field", make: () => withOwn(right, "constructor", { prototype: { polluted: true } }) },
    ...fields.map(([name]) => ({
      name: `no ${name}`,
      make: () => Object.fromEntries(fields.filter(([other]) => other !== name)),
    })),
    ...fields.flatMap(([name, value]) =>
      insteadOf(value).map((attack) => ({
        name: `${attack.name} as ${name}`,
        make: () => ({ ...right, [name]: attack.make() }),
      })),
    ),
  ];
}
