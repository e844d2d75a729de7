import "../styles/review.css";
import { useEffect, useMemo, useRef, useState } from "react";
import type { SourceLine } from "../../contract/review.ts";
import { yearsAfter } from "../../core/carry/years.ts";
import { officeOf } from "../../core/report/office.ts";
import { Icon } from "../parts/icon.tsx";
import { chooseAndOpen } from "../state/actions.ts";
import { allForms } from "../state/forms.ts";
import { guardLeaving } from "../state/leaving.ts";
import { readyShelf, type ReviewScreen as Screen } from "../state/screen.ts";
import { createReport, goHome } from "../state/shelf.ts";
import { CarryBar } from "./carry-bar.tsx";
import { filledIn } from "./filled-in.ts";
import { type Item, needsWord } from "./items.ts";
import { foldSource, linesOf } from "./locate.ts";
import {
  columnTaken,
  faultyCells,
  finish,
  goalOf,
  movesOf,
  type Plan,
  sent,
  settled,
  usualPlan,
  waiting,
} from "./model.ts";
import { MovesList } from "./moves-list.tsx";
import { ReadingPane } from "./reading-pane.tsx";
import { type ReviewPane, ReviewTabs } from "./review-tabs.tsx";
import { Ribbons } from "./ribbons.tsx";
import { type Link, SourcePane } from "./source-pane.tsx";
import { useReview } from "./use-review.ts";

/** The file as it was found beside what was understood. Nothing enters the report unseen. */
export function ReviewScreen({ screen }: { readonly screen: Screen }) {
  const { reading, form, source, begins } = screen;
  const reviewing = useReview(reading.report, form);
  const { review, canUndo } = reviewing;
  const [fault, setFault] = useState<string | null>(null);
  const panes = useRef<HTMLElement>(null);
  const [pane, setPane] = useState<ReviewPane>("understood");
  const [busy, setBusy] = useState(false);
  const [chosen, setPlan] = useState<Plan | null>(null);
  const links = useLinks(review.items, screen);
  const report = useMemo(() => settled(review), [review]);
  const forms = allForms();
  const years = yearsAfter(forms, form, report.year, new Date().getFullYear());
  const plan = chosen ?? usualPlan(form, report.year, years, begins);
  const goal = goalOf(review, plan, forms);
  const office = readyShelf()?.office ?? null;
  const all = review.items.filter(needsWord).length;
  const left = waiting(review).length;
  useEffect(() => {
    if (left === 0 && all > 0) setPane("carry");
  }, [left, all]);
  useEffect(() => guardLeaving(canUndo && !busy), [canUndo, busy]);

  const putIn = async () => {
    setBusy(true);
    // What was confirmed here stays, whatever keeps it from being stored.
    const failure = await createReport(source.id, finish(review, plan, forms, office));
    setFault(failure?.message ?? null);
    setBusy(false);
  };
  return (
    <>
      <header className="review-bar">
        <Icon name="document" />
        <h1 className="cut">{source.name}</h1>
        <span className="t3 cut">{summary(report.sections.length, countNumbers(report.tables))}</span>
        <span className="grow" />
        {all > 0 && <progress max={all} value={all - left} aria-label="已核对" />}
        <span className="t2" aria-live="polite">
          {all === 0 ? "都有把握，没有要核对的" : `${all} 处请核对，已核对 ${all - left} 处`}
        </span>
        <button type="button" className="button small" onClick={() => void chooseAndOpen("next-year")}>
          换一个文件…
        </button>
      </header>
      <ReviewTabs pane={pane} setPane={setPane} />
      <main className="review" ref={panes} data-shown={pane}>
        <SourcePane
          source={reading.source}
          links={links}
          review={review}
          choose={(id) => reviewing.act((now) => ({ ...now, current: id }))}
          take={(said) => reviewing.act((now) => columnTaken(now, said))}
        />
        <Ribbons holder={panes} links={links} review={review} />
        <ReadingPane reviewing={reviewing} links={links} filledIn={filledIn(officeOf(report), office)}>
          {goal.id !== form.id && plan.carry.text === "keep" && (
            <MovesList
              report={report}
              goal={goal}
              moves={movesOf(review, report, goal)}
              send={(section, to) => reviewing.act((now) => sent(now, section, to))}
            />
          )}
        </ReadingPane>
        <CarryBar
          report={report}
          years={years}
          form={form}
          goal={goal}
          plan={plan}
          setPlan={setPlan}
          left={left}
          faulty={faultyCells(review)}
          busy={busy}
          onCancel={() => void goHome()}
          onPutIn={() => void putIn()}
        />
      </main>
      {fault && <NotPutIn message={fault} />}
    </>
  );
}

/** The database did not take the report; the review stays as it is. */
function NotPutIn({ message }: { readonly message: string }) {
  return (
    <footer className="status-bar" role="alert">
      <span className="severity error">
        <Icon name="error" small />
        没有放进报告
      </span>
      <span className="cut">{message}核对过的都还在这里。</span>
    </footer>
  );
}

/** Each uncertain item with its lines of the source. */
function useLinks(items: readonly Item[], { reading: { report, source } }: Screen): readonly Link[] {
  return useMemo(() => {
    const folded = foldSource(source);
    return items.filter(needsWord).map((item, i) => {
      const lines = linesOf(item, report, folded);
      return { id: item.id, mark: i + 1, lines, where: whereIs(source[lines[0] ?? -1]) };
    });
  }, [items, report, source]);
}

function whereIs(line: SourceLine | undefined): string {
  return line?.kind === "paragraph" ? `第 ${line.number} 段` : "";
}

function countNumbers(tables: readonly { readonly cells: readonly { readonly state: string }[] }[]): number {
  return tables.reduce((sum, { cells }) => sum + cells.filter(({ state }) => state === "number").length, 0);
}

function summary(sections: number, numbers: number): string {
  return `读出 ${sections} 部分文字、${numbers} 格数字`;
}
