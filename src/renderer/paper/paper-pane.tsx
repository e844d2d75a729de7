import { type RefObject, useEffect, useRef, useState } from "react";
import { countSection } from "../../core/content/count.ts";
import { narrativeOf } from "../../core/content/of-report.ts";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import { ForeignNotice } from "../editor/foreign.tsx";
import { FormatBar } from "../editor/format-bar.tsx";
import { NarrativeView, TextChoosers, TextNotice } from "../editor/narrative-view.tsx";
import { editing } from "../editor/state.ts";
import { flash } from "../state/jump.ts";
import { isLook, shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import { currentZoom, stepZoom, useZoom } from "../view/zoom.ts";
import { followScrolling } from "./current-section.ts";
import { followPages } from "./pages.ts";
import { Paper, placeId, ReadOnlySections } from "./paper.tsx";
import { ZoomControl } from "./zoom-control.tsx";

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
  useZoomWheel(canvas);
  useSteadyPlace(canvas);
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
        onScroll={(event) => {
          followScrolling(event.currentTarget);
          followPages(event.currentTarget);
        }}
        // The editor takes the keyboard itself; what can only be read is gone through by scrolling.
        {...(written ? {} : { role: "region", "aria-label": "报告正文", tabIndex: 0, "data-focus": "paper" })}
      >
        <Paper report={report} form={form} writable={written !== null}>
          {written ? (
            <NarrativeView report={report} form={form} content={written} />
          ) : (
            <>
              {!look && (
                <ForeignNotice
                  raw={report.content}
                  onEditText={() => {
                    const { content: _foreign, ...words } = report;
                    setBegin(narrativeOf(words));
                  }}
                />
              )}
              <ReadOnlySections report={report} form={form} />
            </>
          )}
        </Paper>
      </div>
      <TextChoosers report={report} form={form} />
    </section>
  );
}

function SectionLength({ report }: { readonly report: Report }) {
  const key = useStore(ui, (value) => value.section);
  const section = report.sections.find((candidate) => candidate.key === key) ?? report.sections[0];
  if (!section) return null;
  return <span className="t3 small-text">本部分 {countSection(section).toLocaleString("zh-CN")} 字</span>;
}

/** What was in the middle stays in the middle when the paper grows or shrinks. */
function useSteadyPlace(canvas: RefObject<HTMLDivElement | null>): void {
  const zoom = useZoom();
  const before = useRef(zoom);
  useEffect(() => {
    const element = canvas.current;
    const growth = zoom / before.current;
    before.current = zoom;
    if (!element || growth === 1) return;
    const middle = (element.scrollTop + element.clientHeight / 2) * growth;
    // By then the paper has its new size.
    const frame = requestAnimationFrame(() => {
      element.scrollTop = middle - element.clientHeight / 2;
      element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2;
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, zoom]);
}

/** Ctrl and the wheel change the size of the paper, as everywhere. */
function useZoomWheel(canvas: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = canvas.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      ui.set({ zoom: stepZoom(currentZoom(), event.deltaY < 0 ? 1 : -1) });
    };
    // React's own wheel listeners cannot keep the window from zooming.
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, [canvas]);
}
