import { useEffect, useState } from "react";
import { type Move, usualMoves } from "../../core/carry/moves.ts";
import { formForYear } from "../../core/carry/next-year.ts";
import { type Form, servesYear } from "../../core/form/form.ts";
import { yearsName, yearsOf } from "../../core/form/years.ts";
import { typed } from "../parts/fields.tsx";
import { closeDialog, Modal } from "../parts/modal.tsx";
import { MovesList } from "../review/moves-list.tsx";
import { chooseAndOpen } from "../state/actions.ts";
import { allForms } from "../state/forms.ts";
import { lastUnit, type Start, startsFor } from "../state/new-report.ts";
import { readyShelf } from "../state/screen.ts";
import { createNew } from "../state/shelf.ts";
import { useLastReport } from "./use-last-report.ts";

/** A new report: its year decides the form, which can be changed; empty, or begun from last year's. */
export function NewDialog() {
  const today = new Date().getFullYear();
  const years = [...new Set(allForms().flatMap((form) => yearsOf(form, today)))].sort((a, b) => b - a);
  // The report of a year is written early in the next.
  const [year, setYear] = useState(() => years.find((one) => one < today) ?? years[0] ?? today);
  const [ownForm, setForm] = useState<string | null>(null);
  const [unit, setUnit] = useState(() => lastUnit() ?? "");
  const [ownStart, setStart] = useState<Start["kind"] | null>(null);
  const [goals, setGoals] = useState<Readonly<Record<string, string | null>>>({});
  const [busy, setBusy] = useState(false);
  /** The clerk was quicker than the report to begin with. */
  const [asked, setAsked] = useState(false);
  const form = allForms().find(({ id }) => id === ownForm) ?? formForYear(allForms(), year);
  const starts = form ? startsFor(form, year, typed(unit)) : [];
  const start = starts.find(({ kind }) => kind === ownStart) ?? starts[0];
  const read = useLastReport(start?.kind === "stored" ? start.id : null);
  const last = read ?? null;
  const unreadable = start?.kind === "stored" && read === null;
  const moves = form && last && last.form !== form.id ? goingTo(usualMoves(last, form), goals) : null;
  const twice = readyShelf()?.reports.some((line) => line.year === year && line.unit === typed(unit)) ?? false;
  const waits = start?.kind === "stored" && read === undefined;
  const create = async () => {
    if (!form || !start || busy || unreadable) return;
    setAsked(waits);
    if (waits) return;
    setBusy(true);
    closeDialog();
    if (start.kind === "file") await chooseAndOpen("next-year", { year, form: form.id });
    else await createNew({ form, year, unit: typed(unit), last, moves: moves ?? [] });
  };
  useEffect(() => {
    if (!asked || waits) return;
    setAsked(false);
    // Where its text goes in another form is to be seen first.
    if (!moves) void create();
  });
  return (
    <Modal
      title="新建报告"
      wide={moves !== null}
      onSubmit={() => void create()}
      footer={
        <>
          <span className="grow t3">{twice ? `${year} 年度已经有一份，新建后会有两份` : ""}</span>
          <button type="button" className="button" onClick={closeDialog}>
            取消
          </button>
          <button type="submit" className="button primary" disabled={!form || busy || unreadable}>
            {start?.kind === "file" ? "选文件…" : "新建"}
          </button>
        </>
      }
    >
      <label className="field">
        <span className="t2">哪一年的报告</span>
        <select
          className="input"
          data-first=""
          value={year}
          onChange={(event) => {
            setYear(Number(event.target.value));
            setForm(null);
          }}
        >
          {years.map((one) => (
            <option key={one} value={one}>
              {one} 年度
            </option>
          ))}
        </select>
      </label>
      <FormField form={form} year={year} setForm={setForm} />
      <label className="field">
        <span className="t2">单位</span>
        <input
          className="input"
          value={unit}
          maxLength={200}
          autoComplete="off"
          placeholder="比如：示范街道"
          onChange={(event) => setUnit(event.target.value)}
        />
      </label>
      <fieldset className="starts">
        <legend className="t2">从哪里开始</legend>
        {starts.map((one) => (
          <label className="radio" key={one.kind}>
            <input type="radio" name="start" checked={one === start} onChange={() => setStart(one.kind)} />
            {one.name}
          </label>
        ))}
      </fieldset>
      {unreadable && (
        <p className="severity warning" role="alert">
          这份报告读不出来，它没有改动。请从空白或去年的文件开始；要找回它，在开始界面打开它，按提示退回前一版。
        </p>
      )}
      {moves && last && form && (
        <MovesList
          report={last}
          goal={form}
          moves={moves}
          send={(section, to) => setGoals({ ...goals, [section]: to })}
        />
      )}
    </Modal>
  );
}

function goingTo(moves: readonly Move[], goals: Readonly<Record<string, string | null>>): Move[] {
  return moves.map(({ from, to }) => ({ from, to: goals[from] === undefined ? to : goals[from] }));
}

interface FormFieldProps {
  readonly form: Form | null;
  readonly year: number;
  readonly setForm: (id: string) => void;
}

/** The form by its name, with the document that prescribes it; one of other years can be taken all the same. */
function FormField({ form, year, setForm }: FormFieldProps) {
  if (!form) return <p className="t2">没有可用的表样，不能新建报告。请重新安装程序，已有的报告没有改动。</p>;
  const serves = servesYear(form, year);
  return (
    <>
      <label className="field">
        <span className="t2">表样</span>
        <select className="input" value={form.id} onChange={(event) => setForm(event.target.value)}>
          {allForms().map(({ id, file }) => (
            <option key={id} value={id}>
              {file.title}
            </option>
          ))}
        </select>
      </label>
      <p className={serves ? "t3" : "severity warning"}>
        {serves
          ? `用于 ${yearsName(form)}。依据：${form.file.basis}`
          : `这套表样用于 ${yearsName(form)}，不是 ${year} 年度的。仍用它新建的，校验结果里会有一条提醒。`}
      </p>
    </>
  );
}
