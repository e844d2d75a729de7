import { Fragment, type ReactNode } from "react";
import type { Form, TableOfForm } from "../../core/form/form.ts";
import { annexNote } from "../../core/paper/annex-note.ts";
import { tablesBehind } from "../../core/paper/section-tables.ts";
import type { Report, Section } from "../../core/report/report.ts";
import { headingRank } from "../../core/text/heading.ts";
import { PageGuides } from "./page-guides.tsx";
import { SectionTables } from "./section-tables.tsx";
import { Title } from "./title.tsx";

/** The element id of a paragraph; -1 is the section's heading. */
export function placeId(section: string, paragraph: number): string {
  return `text_${section}_${paragraph}`;
}

interface PaperProps {
  readonly report: Report;
  readonly form: Form;
  readonly writable: boolean;
  /** The narrative, to be read or to be written. */
  readonly children: ReactNode;
}

/** Title, narrative, annex note, and at the end what belongs nowhere: nothing that was read is hidden. */
export function Paper({ report, form, writable, children }: PaperProps) {
  const note = annexNote(report, form);
  return (
    <article className="sheet" data-text="">
      <PageGuides />
      <Title report={report} form={form} writable={writable} />
      {children}
      {note !== null && (
        <p className="annex-note" title="导出时印在正文下面">
          {note}
        </p>
      )}
      {report.extra.length > 0 && <Extra texts={report.extra} />}
    </article>
  );
}

interface ReadOnlySectionsProps {
  readonly report: Report;
  readonly form: Form;
}

/** Preamble and sections with their tables, to be read only. */
export function ReadOnlySections({ report, form }: ReadOnlySectionsProps) {
  const { sections } = report;
  const empty = sections.length === 0 && report.extra.length === 0;
  const behind = tablesBehind(
    form,
    sections.map(({ key }) => key),
  ).map((tables) => tables.filter(({ form: { key } }) => report.tables.some((filled) => filled.key === key)));
  return (
    <>
      {sections.map((section, index) => (
        <PaperSection key={section.key} section={section} report={report} form={form} tables={behind[index] ?? []} />
      ))}
      {empty && <p className="nothing">没有读到正文。</p>}
      {sections.length === 0 && <SectionTables report={report} form={form} tables={behind.flat()} />}
    </>
  );
}

interface PaperSectionProps extends ReadOnlySectionsProps {
  readonly section: Section;
  readonly tables: readonly TableOfForm[];
}

function PaperSection({ section, report, form, tables }: PaperSectionProps) {
  return (
    <section data-section={section.key} aria-label={section.heading || "前言"}>
      {section.heading === "" ? (
        <span id={placeId(section.key, -1)} className="anchor" />
      ) : (
        <h2 id={placeId(section.key, -1)}>{section.heading}</h2>
      )}
      {section.paragraphs.map((text, index) => (
        // A paragraph's place is its identity as long as the text is only read.
        <Paragraph key={placeId(section.key, index)} id={placeId(section.key, index)} text={text} />
      ))}
      <SectionTables report={report} form={form} tables={tables} />
    </section>
  );
}

function Paragraph({ id, text }: { readonly id: string; readonly text: string }) {
  const rank = headingRank(text);
  if (rank === 2) return <h3 id={id}>{text}</h3>;
  return rank === 3 || rank === 4 ? <h4 id={id}>{text}</h4> : <p id={id}>{breakable(text)}</p>;
}

/** A long address may break behind its strokes and dots; else a justified line before it would be torn apart. */
function breakable(text: string): ReactNode[] {
  return text.split(LONG_RUN).map((run, index) =>
    index % 2 === 0
      ? run
      : run.split(/(?<=[/.?&=_-])/).map((part, place) => (
          // Parts have no identity of their own: their place is it.
          <Fragment key={`${place}:${part}`}>
            {part}
            <wbr />
          </Fragment>
        )),
  );
}

const LONG_RUN = /([!-~]{16,})/;

function Extra({ texts }: { readonly texts: readonly string[] }) {
  return (
    <aside className="extra" aria-label="没有归入报告的文字">
      <h2>没有归入报告的文字（{texts.length} 段）</h2>
      {texts.map((text, index) => (
        <p key={placeId("extra", index)}>{text}</p>
      ))}
    </aside>
  );
}
