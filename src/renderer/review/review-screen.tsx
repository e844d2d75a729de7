import "../styles/review.css";
import { useEffect, useMemo, useRef, useState } from "react";
import { Icon } from "../parts/icon.tsx";
import { chooseAndOpen } from "../state/actions.ts";
import type { ReviewScreen as Screen } from "../state/screen.ts";
import { createReport, goHome } from "../state/shelf.ts";
import { CarryBar } from "./carry-bar.tsx";
import { needsWord } from "./items.ts";
import { linesOf } from "./locate.ts";
import { beginReview, finish, nextWaiting, usualCarry, waiting, yearsFor } from "./model.ts";
import { ReadingPane } from "./reading-pane.tsx";
import { Ribbons } from "./ribbons.tsx";
import { SourcePane } from "./source-pane.tsx";

/** The file as it was found beside what was understood. Nothing enters the report unseen. */
export function ReviewScreen({ screen }: { readonly screen: Screen }) {
  const { reading, form, source } = screen;
  const { report } = reading;
  const [review, setReview] = useState(() => beginReview(report, form));
  const years = useMemo(() => yearsFor(form, report.year, new Date().getFullYear()), [form, report]);
  const [carry, setCarry] = useState(() => usualCarry(form, report.year, years));
  const [busy, setBusy] = useState(false);
  const panes = useRef<HTMLElement>(null);
  const links = useMemo(
    () =>
      review.items
        .filter(needsWord)
        .map((item, i) => ({ id: item.id, mark: i + 1, lines: linesOf(item, report, reading.source) })),
    [review.items, report, reading.source],
  );
  const left = waiting(review).length;
  const all = review.items.filter(needsWord).length;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "F8" || event.isComposing) return;
      event.preventDefault();
      setReview((now) => ({ ...now, current: nextWaiting(now, now.current) }));
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const putIn = async () => {
    setBusy(true);
    await createReport(source.id, finish(report, form, review, carry));
    setBusy(false);
  };
  return (
    <>
      <div className="review-bar">
        <Icon name="document" />
        <b className="cut">{source.name}</b>
        <span className="t3">{summary(report.sections.length, countNumbers(report.tables))}</span>
        <span className="grow" />
        {all > 0 && <progress max={all} value={all - left} aria-label="已核对" />}
        <span className="t2" aria-live="polite">
          {all === 0 ? "都有把握，没有要核对的" : `${all} 处请核对，已核对 ${all - left} 处`}
        </span>
        <button type="button" className="button small" onClick={() => void chooseAndOpen("next-year")}>
          换一个文件…
        </button>
      </div>
      <main className="review" ref={panes}>
        <SourcePane source={reading.source} links={links} review={review} />
        <Ribbons holder={panes} links={links} review={review} />
        <ReadingPane report={report} review={review} setReview={setReview} />
      </main>
      <CarryBar
        report={report}
        years={years}
        carry={carry}
        setCarry={setCarry}
        left={left}
        busy={busy}
        onCancel={() => void goHome()}
        onPutIn={() => void putIn()}
      />
    </>
  );
}

function countNumbers(tables: readonly { readonly cells: readonly { readonly state: string }[] }[]): number {
  return tables.reduce((sum, { cells }) => sum + cells.filter(({ state }) => state === "number").length, 0);
}

function summary(sections: number, numbers: number): string {
  return `读出 ${sections} 部分文字、${numbers} 格数字`;
}
