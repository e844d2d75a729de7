import type { Form } from "../form/form.ts";
import type { Saying } from "../prose/sayings.ts";
import type { Report } from "../report/report.ts";
import { compile } from "./compile.ts";
import type { Finding } from "./finding.ts";

/** Where in the text a finding about a number stands; `paragraph` is the index among the section's. */
export interface SaidPlace {
  readonly section: string;
  readonly paragraph: number;
  readonly saying: Saying;
}

/** The number in the text that the finding is about; `null` for findings about nothing of the kind. */
export function saidPlace(
  { code, section, offset, cells }: Finding,
  form: Form,
  { sections }: Pick<Report, "sections">,
): SaidPlace | null {
  const paragraphs = sections.find(({ key }) => key === section)?.paragraphs;
  const { statements } = compile(form).find(({ layout }) => layout.table.form.key === cells[0]?.table) ?? {};
  if (section === undefined || offset === undefined || !paragraphs || !statements) return null;
  let start = 0;
  for (const [paragraph, text] of paragraphs.entries()) {
    const saying = statements.reader
      .read(text)
      .find(({ statement, from }) => statement.code === code && start + from === offset);
    if (saying) return { section, paragraph, saying };
    start += text.length + 1;
  }
  return null;
}
