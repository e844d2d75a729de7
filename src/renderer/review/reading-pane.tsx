import { useEffect, useRef, useState } from "react";
import { countSection } from "../../core/content/count.ts";
import type { Report } from "../../core/report/report.ts";
import { Icon } from "../parts/icon.tsx";
import { ItemView } from "./item-view.tsx";
import { needsWord } from "./items.ts";
import { nextWaiting, type Review } from "./model.ts";

interface ReadingPaneProps {
  readonly report: Report;
  readonly review: Review;
  readonly setReview: (change: (now: Review) => Review) => void;
}

/** What was understood: the uncertain first, each with its answer; then what is only told, then what is sure. */
export function ReadingPane({ report, review, setReview }: ReadingPaneProps) {
  const list = useRef<HTMLOListElement>(null);
  const uncertain = review.items.filter(needsWord);
  const told = review.items.filter((item) => !needsWord(item));
  useEffect(() => {
    list.current?.querySelector(".now")?.scrollIntoView({ block: "nearest" });
  }, [review.current]);
  return (
    <section className="understood" aria-label="读成">
      <div className="pane-head">
        <h2>读成这样</h2>
        <span className="grow" />
        {review.current !== null && (
          <>
            <button
              type="button"
              className="link"
              onClick={() => setReview((now) => ({ ...now, current: nextWaiting(now, now.current) }))}
            >
              下一处
            </button>
            <kbd>F8</kbd>
          </>
        )}
      </div>
      <div className="scroll items-holder">
        {uncertain.length > 0 && (
          <>
            <h3 className="group">
              <span className="severity warning">
                <Icon name="warning" small />
              </span>
              没把握 <span className="t3">{uncertain.length}</span>
            </h3>
            <ol className="items" ref={list}>
              {uncertain.map((item, i) => (
                <ItemView key={item.id} item={item} mark={i + 1} review={review} setReview={setReview} />
              ))}
            </ol>
          </>
        )}
        {told.length > 0 && <Told title="说明" texts={told.flatMap(({ texts }) => texts)} />}
        {report.extra.length > 0 && <Told title="未归入，原样带进报告" texts={report.extra} />}
        {report.dropped.length > 0 && <Told title="不带进报告" texts={report.dropped.map(({ text }) => text)} />}
        <Sure report={report} />
      </div>
    </section>
  );
}

function Told({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return (
    <>
      <h3 className="group">
        <Icon name="info" small />
        {title} <span className="t3">{texts.length}</span>
      </h3>
      <ul className="told">
        {texts.map((text, i) => (
          <li key={`${i} ${text}`}>{text}</li>
        ))}
      </ul>
    </>
  );
}

/** Every section and table that was read; a section opens to its text. */
function Sure({ report }: { readonly report: Report }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <h3 className="group">
        <span className="done">
          <Icon name="tick" small />
        </span>
        有把握 <span className="t3">{report.sections.length + report.tables.length}</span>
        <span className="grow" />
        <button type="button" className="link" onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? "全部收起" : "全部展开"}
        </button>
      </h3>
      <div className="sure">
        {report.sections.map((section) => (
          <details key={section.key} open={open}>
            <summary>
              <span className="done">
                <Icon name="tick" small />
              </span>
              <span className="cut grow">{section.heading === "" ? "前言" : section.heading}</span>
              <span className="t3 small-text">{countSection(section).toLocaleString("zh-CN")} 字</span>
            </summary>
            {section.paragraphs.map((text, i) => (
              <p key={`${i} ${text}`}>{text}</p>
            ))}
          </details>
        ))}
        {report.tables.map(({ key, cells }) => (
          <details key={key} open={open}>
            <summary>
              <span className="done">
                <Icon name="tick" small />
              </span>
              <span className="cut grow">统计表</span>
              <span className="t3 small-text">{cells.filter(({ state }) => state === "number").length} 格有数</span>
            </summary>
            {cells.map(({ row, column, label, state, value }) => (
              <p className="figure-line" key={`${row} ${column}`}>
                <span className="cut grow">{label}</span>
                <b>{state === "number" ? value : state === "na" ? "/" : <span className="empty">空</span>}</b>
              </p>
            ))}
          </details>
        ))}
      </div>
    </>
  );
}
