import { z } from "zod";

z.config({ jitless: true });

/**
 * The shape of a form file (`resources/forms/*.json`). A form is data: years, sections, tables of
 * rows × columns, relations between cells, label variants. `loadForm` checks what a shape cannot say.
 */

const Key = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/i, "只能用字母、数字、点和连字符");
const Text = z.string().min(1, "不能为空");

/**
 * Names one cell or a line of cells: `"3.1"` is row 3.1 in whichever column is looked at, `":total"`
 * is column total in whichever row is looked at, `"3.1:total"` is one cell. `"$"` stands for the member
 * of the relation's `each`, as a row or as (the beginning of) a column: `"$"`, `"2:$"`, `"4:$.previous"`.
 */
const Address = z.string().regex(/^(\$|[^:$\s]*)(:\$?[^:$\s]*)?$/, "不是单元格地址");

const Expression = z.union([
  Address,
  /** What is in `minus` is taken off the sum. */
  z.strictObject({ sum: z.array(Address).min(1), minus: z.array(Address).min(1).optional() }),
  z.strictObject({ number: z.string().regex(/^-?\d+(\.\d+)?$/) }),
]);

const Comparator = z.enum(["=", "<=", ">=", "<", ">"]);
const Test = z.strictObject({ left: Expression, is: Comparator, right: Expression });
const Condition = z.union([
  Test,
  z.strictObject({ all: z.array(Test).min(1) }),
  z.strictObject({ any: z.array(z.union([Test, z.strictObject({ all: z.array(Test).min(1) })])).min(1) }),
]);

const Severity = z.enum(["error", "warning", "ask", "info"]);

/**
 * A small table: cells by address, `"3.1"` (in the first current column) or `"3.1:total"`. Decimal text is a
 * number, `""` is blank, `"/"` is not applicable; cells that are not named are blank, local rows absent.
 */
const Example = z.record(z.string(), z.string().regex(/^(|\/|-?\d+(\.\d+)?)$/, "只能是数、空或 /"));

const relationHead = {
  /** The code of its findings, e.g. `sum-3.1`. */
  code: Key,
  severity: Severity,
  /** A name for lists: what this relation is about. */
  title: Text,
  /** Why it must hold, for `explain` and F1. */
  explain: Text,
  /** The document or printed note that it comes from. */
  basis: Text,
  /** True when a written reason can let it stand. */
  liftable: z.boolean().optional(),
  /**
   * The code of an earlier relation over the same cells. Where that one has spoken (broken, or cannot be
   * checked), this one is silent, so that one mistake is told once.
   */
  unless: Key.optional(),
  /** It speaks only where each of these cells holds a number: of last year, of which little may be known. */
  needs: z.array(Address).min(1).optional(),
  /** It speaks only of units whose name matches a pattern; `example` is one. */
  unit: z.strictObject({ matches: z.string().refine(isPattern, "不是有效的匹配式"), example: Text }).optional(),
  /** Tables for which the relation is silent, and tables for which it speaks. Tested; the first failing one is shown by `explain`. */
  examples: z.strictObject({ passes: z.array(Example).min(1), fails: z.array(Example).min(1) }),
};

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") !== null;
  } catch {
    return false;
  }
}

/** `left` must stand to `right` as `is` says. */
const CompareRelation = z.strictObject({
  kind: z.literal("compare"),
  ...relationHead,
  /** The relation holds once for each of these rows (or columns), which `$` then names. */
  each: z.array(z.string()).min(1).optional(),
  /** Of an equality of one cell: where that is blank, what the rule gives is offered. Totals of kind `sum` always are. */
  proposes: z.literal(true).optional(),
  left: Expression,
  is: Comparator,
  right: Expression,
  /** The finding's sentence: `{left}`, `{right}`, `{difference}`, `{left.label}`, `{right.label}`, `{column}`. */
  text: Text,
});

/** `when` must not be the case. */
const ContradictionRelation = z.strictObject({
  kind: z.literal("contradiction"),
  ...relationHead,
  when: Condition,
  /** The cells to point at. */
  cells: z.array(Address).min(1),
  /** The finding's sentence; `{row}` or `{row:column}` puts in a value. */
  text: Text,
});

const Relation = z.discriminatedUnion("kind", [CompareRelation, ContradictionRelation]);

/** A sentence of the text, and the table beside it, see `Example`. */
const Saying = z.strictObject({ says: Text, cells: Example });

/** What the text says of a number of the table. Both must be the same. */
const Statement = z.strictObject({
  /** The code of its findings, e.g. `says-received`. */
  code: Key,
  severity: z.enum(["warning", "ask"]),
  title: Text,
  explain: Text,
  basis: Text,
  /** How reports say it: see `core/prose/phrase.ts`. */
  phrases: z.array(Text).min(1),
  /** Words that make it another number where they stand before it in the same clause: `网站` of a total over all channels. */
  notAfter: z.array(Text).min(1).optional(),
  /** What the number is called where it is the sum of several cells. */
  name: Text.optional(),
  /** What the number in the text must be. */
  is: Expression,
  /** What it may be as well, since offices count in two ways; that is then asked, with this sentence. */
  mayBe: z.strictObject({ value: Expression, text: Text }).optional(),
  /** Texts on which it is silent, and on which it speaks. Tested; the first failing one is shown by `explain`. */
  examples: z.strictObject({ passes: z.array(Saying).min(1), fails: z.array(Saying).min(1) }),
});

/** What a cell holds. `change`: a whole number that may be negative (本年增/减). */
const ValueType = z.enum(["count", "money", "change"]);

const Row = z.strictObject({
  id: Key,
  label: Text,
  /** What the form prints in brackets behind the label. */
  note: Text.optional(),
  /** Ways of writing the label that were seen in real reports. */
  variants: z.array(Text).optional(),
  unit: z.string(),
  /** Depth in the list, 1 is the outermost. */
  level: z.int().min(1).max(9),
  kind: z.enum(["header", "value", "sum", "bounded-sum", "of-which", "reference"]),
  parent: Key.optional(),
  /** `count`: integers; `money`: decimals with at most `decimals` places. Absent on headers. */
  type: ValueType.optional(),
  decimals: z.int().min(0).max(12).optional(),
  /** `local` rows are in a report only when the source or the unit's setting has them. */
  origin: z.enum(["national", "local"]),
});

const Column = z.strictObject({
  key: Key,
  label: Text,
  variants: z.array(Text).optional(),
  /** The heads that stand over it and over its neighbours with the same ones, the outermost first. */
  groups: z.array(Text).min(1).optional(),
  /** Where columns differ in what they hold, these count before the row's. */
  unit: z.string().optional(),
  type: ValueType.optional(),
  decimals: z.int().min(0).max(12).optional(),
  /** Of a column of last year: the current column whose value of a year ago it holds. */
  of: Key.optional(),
  /** `current` is filled in and checked, `previous` is last year's value for comparison. */
  role: z.enum(["current", "previous"]),
  /** False for columns that the printed form does not have. */
  print: z.boolean(),
});

const YearOnYear = z.strictObject({
  code: Key,
  severity: Severity,
  title: Text,
  explain: Text,
  basis: Text,
  current: Key,
  previous: Key,
  /** Asks when a value is at least this many times last year's … */
  factor: z.int().min(2),
  /** … or falls to 0 from at least this. */
  fallsFrom: z.int().min(1),
});

/** Rows that stand under a head of their own: they have cells in these columns only. */
const TableBlock = z.strictObject({
  /** A line over the whole width: `第二十条第(一)项`. */
  title: Text,
  variants: z.array(Text).optional(),
  columns: z.array(Key).min(1),
  rows: z.array(Key).min(1),
});

const TableForm = z.strictObject({
  key: Key,
  title: Text,
  /** The section in whose text it stands; the table of the annex has none. */
  section: Key.optional(),
  /**
   * How its rows are named on the paper. `list`: each on its line, indented by level. `spans`: a header row is one
   * cell beside all rows under it. `none`: not at all, as where there is one row only.
   */
  labels: z.enum(["list", "spans", "none"]).optional(),
  /** What stands in the corner over the labels, where that is not `labelHeader`. */
  corner: Text.optional(),
  /** Blocks cover all value rows; header rows then are not printed. */
  blocks: z.array(TableBlock).min(1).optional(),
  titleVariants: z.array(Text).optional(),
  /** What the printed form puts over the label and unit columns. */
  labelHeader: z.strictObject({ label: Text, variants: z.array(Text).optional() }),
  unitHeader: z.strictObject({ label: Text, variants: z.array(Text).optional() }).optional(),
  columns: z.array(Column).min(1),
  rows: z.array(Row).min(1),
  relations: z.array(Relation),
  /** Numbers of this table that the text says as well. */
  statements: z.array(Statement).optional(),
  yearOnYear: YearOnYear.optional(),
});

const SectionForm = z.strictObject({
  key: Key,
  /** The heading without its number; empty for a preamble, which has none. */
  title: z.string(),
  variants: z.array(Text).optional(),
  /** A preamble stands before the first heading. */
  preamble: z.boolean().optional(),
  origin: z.enum(["national", "local"]),
});

const SignOffKey = z.enum(["head", "reviewer", "filler", "phone", "date"]);

const AnnexForm = z.strictObject({
  number: Text,
  /** The key of the table that it carries. */
  table: Key,
  /** `{year}` is put in. */
  yearLine: Text,
  unitLabel: z.strictObject({ label: Text, variants: z.array(Text).optional() }),
  signOff: z.array(z.strictObject({ key: SignOffKey, label: Text, variants: z.array(Text).optional() })),
});

/** How a report of an older form goes over to this one. A section that is not named stays one of its own. */
const FromForm = z.strictObject({
  form: Key,
  /** The text of an old section goes to the end of a new one, in this order. */
  sections: z.array(z.strictObject({ from: Key, to: Key })).min(1),
  /** Tables whose cells of the same row and column are last year's value here. */
  tables: z.array(z.strictObject({ from: Key, to: Key })).optional(),
});

export const FormFile = z.strictObject({
  schema: z.literal("nianbao.form/1"),
  id: Key,
  title: Text,
  /** The document that prescribes it. */
  basis: Text,
  years: z.strictObject({ from: z.int(), to: z.int().optional() }),
  /** The usual title: `{unit}` and `{year}` are put in. */
  reportTitle: Text,
  sections: z.array(SectionForm).min(1),
  annex: AnnexForm.optional(),
  tables: z.array(TableForm).min(1),
  /** Older forms whose reports can be the beginning of one of this form. */
  from: z.array(FromForm).optional(),
});

export type FormFile = z.infer<typeof FormFile>;
export type Relation = z.infer<typeof Relation>;
export type CompareRelation = z.infer<typeof CompareRelation>;
export type ContradictionRelation = z.infer<typeof ContradictionRelation>;
export type Expression = z.infer<typeof Expression>;
export type Test = z.infer<typeof Test>;
export type Condition = z.infer<typeof Condition>;
export type Statement = z.infer<typeof Statement>;
export type Comparator = z.infer<typeof Comparator>;
export type Example = z.infer<typeof Example>;
export type RowForm = z.infer<typeof Row>;
export type ValueType = z.infer<typeof ValueType>;
export type TableBlock = z.infer<typeof TableBlock>;
export type ColumnForm = z.infer<typeof Column>;
export type TableForm = z.infer<typeof TableForm>;
export type SectionForm = z.infer<typeof SectionForm>;
export type AnnexForm = z.infer<typeof AnnexForm>;
export type YearOnYear = z.infer<typeof YearOnYear>;
export type SignOffKey = z.infer<typeof SignOffKey>;
