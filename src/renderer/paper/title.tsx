import { type KeyboardEvent, useRef, useState } from "react";
import type { Form } from "../../core/form/form.ts";
import { usualTitle } from "../../core/recognise/front.ts";
import type { Report } from "../../core/report/report.ts";
import { edit } from "../state/editing.ts";
import { focusPane } from "../state/jump.ts";

interface TitleProps {
  readonly report: Report;
  readonly form: Form;
  /** The report is one that is being written. */
  readonly writable: boolean;
}

/** The report's title as it is printed: its own, or in grey the form's usual one, which is printed all the same. */
export function Title({ report, form, writable }: TitleProps) {
  const usual = usualTitle(form, report.unit, report.year);
  const own = report.title;
  if (writable) return <TitleField title={own ?? ""} usual={usual ?? ""} />;
  if (own !== null) return <h1 className="title">{own}</h1>;
  if (usual === null) return null;
  return (
    <h1 className="title proposed" title="原文没有标题，这是按表式拟的">
      {usual}
    </h1>
  );
}

/** Left empty, the usual title stands. Enter goes on to the text, Esc puts back what stood there. */
function TitleField({ title, usual }: { readonly title: string; readonly usual: string }) {
  const [before, setBefore] = useState(title);
  /** What is typed from coming in to going out is undone as one. */
  const visit = useRef({});
  /** While an input method is open, what it shows is nobody else's business. */
  const [composing, setComposing] = useState<string | null>(null);
  const keep = (text: string) =>
    edit({ kind: "details", meta: { title: text.trim() === "" ? null : text }, annex: {} }, visit.current);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    if (event.key === "Escape" && title !== before) keep(before);
    focusPane("paper");
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <textarea
      className="title"
      rows={1}
      aria-label="报告标题"
      placeholder={usual}
      title={title === "" ? "没有另写标题，印的是这一个" : undefined}
      spellCheck={false}
      value={composing ?? title}
      onFocus={() => {
        visit.current = {};
        setBefore(title);
      }}
      onChange={(event) => {
        // A title is one paragraph: what is pasted loses its line ends.
        const text = event.target.value.replace(/[\r\n]+/g, "");
        if (composing === null) keep(text);
        else setComposing(text);
      }}
      onCompositionStart={() => setComposing(title)}
      onCompositionEnd={(event) => {
        setComposing(null);
        keep(event.currentTarget.value.replace(/[\r\n]+/g, ""));
      }}
      onKeyDown={onKeyDown}
    />
  );
}
