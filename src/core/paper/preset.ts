import { z } from "zod";

/**
 * The look of a submission file: GB/T 9704-2012 with what a local notice changes of it. Units are those of the
 * standard: millimetres for the page, points for type, and twips (1/20 pt) where Word's grid needs them.
 */
const Millimetres = z.number().min(0).max(500);
const Points = z.number().min(5).max(72);

const TextLook = z.strictObject({
  /** The name as Word lists it. It is written into the file even where it is not installed. */
  font: z.string().trim().min(1).max(31),
  /** A font of its own for Latin letters and digits; without one they take `font`. */
  latin: z.string().trim().min(1).max(31).optional(),
  /** Points: 三号 is 16, 二号 22, 四号 14, 小四 12, 五号 10.5. */
  size: Points.multipleOf(0.5),
  bold: z.boolean(),
});

const Page = z.strictObject({
  width: Millimetres.min(50),
  height: Millimetres.min(50),
  top: Millimetres,
  right: Millimetres,
  bottom: Millimetres,
  left: Millimetres,
});

export const Preset = z
  .strictObject({
    schema: z.literal("nianbao.preset/1"),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    name: z.string().min(1),
    /** The standard or notice that it follows. */
    basis: z.string().min(1),
    page: Page,
    grid: z.strictObject({
      /** Twips from line to line: 579 gives the 22 lines of the standard, 580 gives 21 in LibreOffice. */
      linePitch: z.int().min(200).max(1600),
      /** Twips between characters: −5 gives 28 characters of 三号 on a line of 156 mm. */
      characterSpacing: z.int().min(-60).max(60),
    }),
    /** Characters. */
    firstLineIndent: z.int().min(0).max(10),
    text: z.strictObject({
      body: TextLook,
      title: TextLook,
      heading1: TextLook,
      heading2: TextLook,
      heading3: TextLook,
      heading4: TextLook,
      pageNumber: TextLook,
      annexNumber: TextLook,
      annexTitle: TextLook,
      /** Year, unit and sign-off around the table. */
      annexLine: TextLook,
      tableHead: TextLook,
      table: TextLook,
    }),
    pageNumber: z.strictObject({
      /** Millimetres from the text area to the number's dash. */
      below: Millimetres,
      /** Characters between the outer edge of the text area and the number. */
      inset: z.int().min(0).max(10),
    }),
    table: z.strictObject({
      /** Points from line to line of year, unit and sign-off. */
      aroundLine: Points,
      /** Points from line to line inside a cell. */
      line: Points,
      /** Points; a row with a longer label grows. */
      rowHeight: Points,
      /** Millimetres. */
      unitWidth: Millimetres.min(5),
      valueWidth: Millimetres.min(5),
    }),
  })
  .refine(({ page }) => page.width - page.left - page.right >= 50, {
    path: ["page"],
    message: "左右页边距太大，版心不足 50 毫米",
  })
  .refine(({ page }) => page.height - page.top - page.bottom >= 50, {
    path: ["page"],
    message: "上下页边距太大，版心不足 50 毫米",
  });

export type Preset = z.infer<typeof Preset>;
export type TextLook = z.infer<typeof TextLook>;

export type PresetResult =
  | { readonly ok: true; readonly preset: Preset }
  | { readonly ok: false; readonly faults: readonly { readonly place: string; readonly reason: string }[] };

/** Checks a parsed preset file; a faulty one is refused with every place and reason (in Chinese). */
export function loadPreset(json: unknown): PresetResult {
  const parsed = Preset.safeParse(json);
  if (parsed.success) return { ok: true, preset: parsed.data };
  return {
    ok: false,
    faults: parsed.error.issues.map((issue) => ({
      place: issue.path.join(".") || "（整个文件）",
      reason: /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : (REASONS[issue.code] ?? "写法不对"),
    })),
  };
}

const REASONS: Readonly<Record<string, string>> = {
  invalid_type: "缺少这一项，或类型不对",
  unrecognized_keys: "有不认识的字段",
  invalid_value: "不是允许的值",
  too_small: "数值太小或文字太短",
  too_big: "数值太大或文字太长",
  not_multiple_of: "字号须为 0.5 磅的整数倍",
};

/** Every font that a preset names, each once: what is missing on a machine is said to the clerk. */
export function presetFonts(preset: Preset): string[] {
  return [...new Set(Object.values(preset.text).flatMap((look) => [look.font, ...(look.latin ? [look.latin] : [])]))];
}
