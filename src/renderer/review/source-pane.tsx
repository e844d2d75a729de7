import { Fragment, useEffect, useMemo, useRef, useState } from "react";
import type { SourceLine } from "../../contract/review.ts";
import { Icon } from "../parts/icon.tsx";
import { ColumnChooser } from "./column-chooser.tsx";
import { foldSure, type Shown } from "./locate.ts";
import type { ColumnSaid, Review } from "./model.ts";
import { nameOfWhy } from "./names.ts";
import { columnsOf, tableAround, type Width } from "./source-rows.ts";

/** An item and the lines of the source that it is about. */
export interface Link {
  readonly id: string;
  readonly mark: number;
  readonly lines: readonly number[];
  /** The first line as one says it: `第 8 段`; empty for rows and where there is none. */
  readonly where: string;
}

interface SourcePaneProps {
  readonly source: readonly SourceLine[];
  readonly links: readonly Link[];
  readonly review: Review;
  readonly choose: (id: string) => void;
  /** A column of a table is said to hold certain values. */
  readonly take: (said: ColumnSaid) => void;
}

/** A cell of the source that was clicked: its line and its column. */
interface Picked {
  readonly index: number;
  readonly column: number;
}

/** How an item stands: the same three looks on both sides. */
export function standing(review: Review, id: string): "done" | "now" | "wait" {
  if (review.words[id]?.confirmed) return "done";
  return review.current === id ? "now" : "wait";
}

/** The file as it was read, line by line, with paragraph numbers; what is beyond doubt is folded. */
export function SourcePane({ source, links, review, choose, take }: SourcePaneProps) {
  const [picked, setPicked] = useState<Picked | null>(null);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const list = useRef<HTMLOListElement>(null);
  const byLine = useMemo(() => {
    const map = new Map<number, Link>();
    for (const link of links) for (const line of link.lines) if (!map.has(line)) map.set(line, link);
    return map;
  }, [links]);
  const columns = useMemo(() => columnsOf(source), [source]);
  const shown = useMemo(() => foldSure(source.length, new Set(byLine.keys()), open), [source, byLine, open]);
  const tops = useMemo(() => topsOf(shown, source), [shown, source]);
  const current = links.find(({ id }) => id === review.current);
  const goal = current?.lines[0];
  useEffect(() => {
    if (goal === undefined) return;
    list.current?.querySelector(`[data-line="${goal}"]`)?.scrollIntoView({ block: "center" });
  }, [goal]);
  return (
    <section className="source" aria-label="原文件" data-review="source">
      <div className="pane-head">
        <h2>原文件</h2>
        <span className="t3 small-text">照原样，不改动</span>
      </div>
      <ol className="scroll" ref={list} tabIndex={0} aria-label="原文件的内容">
        {shown.map((one) =>
          one.kind === "fold" ? (
            <li className="folded" key={`fold ${one.from}`}>
              <i>
                <Icon name="fold" small />
              </i>
              <button type="button" className="link" onClick={() => setOpen(new Set([...open, one.from]))}>
                {foldName(source.slice(one.from, one.to + 1))}
              </button>
            </li>
          ) : (
            <Fragment key={one.index}>
              <Line
                index={one.index}
                line={source[one.index]}
                columns={columns.get(one.index) ?? []}
                link={byLine.get(one.index)}
                look={lookOf(byLine.get(one.index), review)}
                choose={choose}
                begins={tops.has(one.index)}
                pick={(column) => setPicked({ index: one.index, column })}
              />
              {picked?.index === one.index && (
                <ColumnChooser
                  key={picked.column}
                  rows={tableAround(source, picked.index)}
                  at={picked.column}
                  form={review.form}
                  take={(said) => {
                    take(said);
                    setPicked(null);
                  }}
                  close={() => setPicked(null)}
                />
              )}
            </Fragment>
          ),
        )}
        {source.length === 0 && <li className="t3">文件里没有文字</li>}
      </ol>
    </section>
  );
}

/** Of each table the first row that is shown: its button is reached by the keyboard. */
function topsOf(shown: readonly Shown[], source: readonly SourceLine[]): ReadonlySet<number> {
  let before: string | undefined;
  const tops = new Set<number>();
  for (const one of shown) {
    const kind = one.kind === "line" ? source[one.index]?.kind : source[one.to]?.kind === "row" ? before : undefined;
    if (one.kind === "line" && kind === "row" && before !== "row") tops.add(one.index);
    before = kind;
  }
  return tops;
}

function lookOf(link: Link | undefined, review: Review): string {
  return link ? `linked ${standing(review, link.id)}` : "";
}

/** `12 到 47 段，都有把握`; of a table how many rows. */
function foldName(lines: readonly SourceLine[]): string {
  const numbers = lines.flatMap((line) => (line.kind === "paragraph" ? [line.number] : []));
  const rows = lines.filter((line) => line.kind === "row").length;
  const [first, last] = [numbers[0], numbers.at(-1)];
  const parts = [
    ...(first === undefined ? [] : [first === last ? `第 ${first} 段` : `${first} 到 ${last} 段`]),
    ...(rows > 0 ? [`表里 ${rows} 行`] : []),
  ];
  return `${parts.join("，")}，都有把握`;
}

interface LineProps {
  readonly index: number;
  readonly line: SourceLine | undefined;
  readonly columns: readonly Width[];
  readonly link: Link | undefined;
  readonly look: string;
  /** Takes the work to an item. */
  readonly choose: (id: string) => void;
  /** It is the first row of its table that is shown. */
  readonly begins: boolean;
  /** A cell of it was clicked. */
  readonly pick: (column: number) => void;
}

function Line({ index, line, columns, link, look, choose, begins, pick }: LineProps) {
  if (!line) return null;
  const mark =
    link?.lines[0] === index ? (
      <button type="button" className="mark" aria-label={`到第 ${link.mark} 处`} onClick={() => choose(link.id)}>
        {link.mark}
      </button>
    ) : null;
  if (line.kind === "file") {
    return (
      <li className="file-name" data-line={index}>
        <i>
          <Icon name="document" small />
        </i>
        <b className="cut">{line.name}</b>
      </li>
    );
  }
  if (line.kind === "row") {
    return (
      <li className={`row ${look}`} data-line={index}>
        <i>
          {begins && (
            <button type="button" className="link" aria-label="指定哪一列是数" onClick={() => pick(columns.length - 1)}>
              列…
            </button>
          )}
        </i>
        {columns.map((width, c) => (
          // Cells have no identity but their place in the row; the keyboard has the button.
          <Fragment key={c}>
            <span
              className={`cut ${width}`}
              title={`${line.cells[c] ?? ""}\n点一下，指定这一列是什么数`}
              onClick={() => {
                // Who marks a text does not choose a column.
                if (getSelection()?.isCollapsed ?? true) pick(c);
              }}
            >
              {line.cells[c]}
            </span>
          </Fragment>
        ))}
        {mark}
      </li>
    );
  }
  return (
    <li className={line.kind === "furniture" ? `aside ${look}` : look} data-line={index}>
      <i>{line.kind === "paragraph" ? line.number : ""}</i>
      <span className="two-lines">{line.text}</span>
      {line.kind === "furniture" && <span className="t3 small-text">{nameOfWhy(line.why)}</span>}
      {mark}
    </li>
  );
}
