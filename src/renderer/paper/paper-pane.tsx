import { useEffect, useRef, useState } from "react";
import { countSection } from "../../core/content/count.ts";
import { contentFromSections } from "../../core/content/from-sections.ts";
import { narrativeOf } from "../../core/content/of-report.ts";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import { COMMANDS } from "../commands.ts";
import { ForeignNotice } from "../editor/foreign.tsx";
import { FormatBar } from "../editor/format-bar.tsx";
import { NarrativeView, TextNotice } from "../editor/narrative-view.tsx";
import { editing } from "../editor/state.ts";
import { Icon } from "../parts/icon.tsx";
import { flash } from "../state/jump.ts";
import { isLook, shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import { useZoom } from "../view/zoom.ts";
import { Paper, placeId, ReadOnlySections } from "./paper.tsx";

interface PaperPaneProps {
  readonly report: Report;
  readonly form: Form;
}

/** The narrative as one document in the look of the paper. */
export function PaperPane({ report, form }: PaperPaneProps) {
  const canvas = useRef<HTMLDivElement>(null);
  const jump = useStore(ui, (value) => value.jump);
  const [begin, setBegin] = useState(() => narrativeOf(report));
  const failed = useStore(editing, (value) => value.failed);
  const look = useStore(shown, isLook);
  const written = begin.kind === "content" && !failed && !look ? begin.content : null;
  useEffect(() => {
    if (!jump) return;
    const { narrative } = editing.get();
    if (narrative) narrative.show(jump.section, jump.paragraph);
    else {
      const target = document.getElementById(placeId(jump.section, jump.paragraph));
      target?.scrollIntoView({ block: "start" });
      flash(target);
    }
    ui.set({ section: jump.section });
  }, [jump]);
  const onScroll = () => {
    const key = canvas.current && sectionAt(canvas.current);
    if (key && key !== ui.get().section) ui.set({ section: key });
  };
  return (
    <section className="text" aria-label="正文" data-pane="paper">
      <div className="pane-head">
        {written ? <FormatBar /> : <h2>正文</h2>}
        <span className="grow" />
        <SectionLength report={report} />
        <i className="line" />
        <ZoomControl />
      </div>
      <TextNotice />
      <div
        className="canvas scroll"
        ref={canvas}
        onScroll={onScroll}
        // The editor takes the keyboard itself; what can only be read is gone through by scrolling.
        {...(written ? {} : { role: "region", "aria-label": "报告正文", tabIndex: 0, "data-focus": "paper" })}
      >
        <Paper report={report} form={form}>
          {written ? (
            <NarrativeView report={report} form={form} content={written} />
          ) : (
            <>
              <ForeignNotice
                raw={report.content}
                onEditText={() => setBegin({ kind: "content", content: contentFromSections(report.sections) })}
              />
              <ReadOnlySections report={report} />
            </>
          )}
        </Paper>
      </div>
    </section>
  );
}

/** The last section that begins above the upper third of the canvas. */
function sectionAt(canvas: HTMLElement): string | null {
  const line = canvas.getBoundingClientRect().top + canvas.clientHeight / 3;
  const atEnd = canvas.scrollTop + canvas.clientHeight >= canvas.scrollHeight - 2;
  const sections = [...canvas.querySelectorAll<HTMLElement>("[data-section]")];
  const chosen = ui.get().section;
  // At the very end a short last section may never reach the line: one that was jumped to stays current.
  if (atEnd && sections.some((section) => section.dataset["section"] === chosen && inView(section, canvas)))
    return chosen;
  const above = sections.findLast((section) => section.getBoundingClientRect().top <= line);
  return (above ?? sections[0])?.dataset["section"] ?? null;
}

function inView(section: HTMLElement, canvas: HTMLElement): boolean {
  return section.getBoundingClientRect().top < canvas.getBoundingClientRect().bottom;
}

function SectionLength({ report }: { readonly report: Report }) {
  const key = useStore(ui, (value) => value.section);
  const section = report.sections.find((candidate) => candidate.key === key) ?? report.sections[0];
  if (!section) return null;
  return <span className="t3 small-text">本部分 {countSection(section).toLocaleString("zh-CN")} 字</span>;
}

function ZoomControl() {
  const zoom = useZoom();
  return (
    <span className="zoom">
      <button type="button" className="button flat small" onClick={COMMANDS.zoomOut.run} aria-label="缩小正文">
        <Icon name="minus" small />
      </button>
      <button type="button" className="button flat small" onClick={COMMANDS.zoomFit.run} title="适合窗口 Ctrl+0">
        {Math.round(zoom * 100)}%
      </button>
      <button type="button" className="button flat small" onClick={COMMANDS.zoomIn.run} aria-label="放大正文">
        <Icon name="plus" small />
      </button>
    </span>
  );
}
