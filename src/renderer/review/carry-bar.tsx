import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import { shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { FormChoice } from "./form-choice.tsx";
import type { Plan } from "./model.ts";

interface CarryBarProps {
  /** As it would be put in by now. */
  readonly report: Report;
  readonly years: readonly number[];
  /** The file's own form, and that of the report to be made. */
  readonly form: Form;
  readonly goal: Form;
  readonly plan: Plan;
  readonly setPlan: (plan: Plan) => void;
  /** Items that still wait. */
  readonly left: number;
  /** Corrected cells that are no numbers. */
  readonly faulty: number;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onPutIn: () => void;
}

/** Which year, what to carry over, and the one button that puts it all in. */
export function CarryBar(props: CarryBarProps) {
  const { report, years, form, goal, plan, setPlan, busy, onCancel, onPutIn } = props;
  const { carry } = plan;
  const { closed, why } = useStanding(props);
  const setCarry = (change: Partial<Plan["carry"]>) => setPlan({ ...plan, carry: { ...carry, ...change } });
  const chooseYear = (year: number) => setCarry({ year, figures: year === report.year ? "current" : "previous" });
  return (
    <section className="carry" aria-label="放进报告" data-review="carry">
      <div>
        <h2 id="carry-year">放进哪一年</h2>
        <select
          className="input"
          aria-labelledby="carry-year"
          value={carry.year}
          onChange={(event) => chooseYear(Number(event.target.value))}
        >
          {years.map((year) => (
            <option key={year} value={year}>
              {year} 年度
            </option>
          ))}
        </select>
      </div>
      <FormChoice form={form} year={carry.year} stay={plan.stay} setStay={(stay) => setPlan({ ...plan, stay })} />
      <fieldset>
        <legend>文字</legend>
        <label className="radio">
          <input type="radio" name="text" checked={carry.text === "keep"} onChange={() => setCarry({ text: "keep" })} />
          {carry.year === report.year ? (
            "照原样放进"
          ) : (
            <span>
              沿用，旧的年份、日期、文号、数字标为<span className="todo">待更新</span>
            </span>
          )}
        </label>
        <label className="radio">
          <input
            type="radio"
            name="text"
            checked={carry.text === "headings"}
            onChange={() => setCarry({ text: "headings" })}
          />
          不沿用，只留标题
        </label>
      </fieldset>
      {goal.id !== form.id ? (
        <div>
          <h2>统计数</h2>
          <span className="t2">只供对照，按 F9 看</span>
        </div>
      ) : (
        <Figures figures={carry.figures} setCarry={setCarry} />
      )}
      <span className="grow" />
      <div className="go">
        <span className="t3 small-text" id="carry-why">
          {why}
        </span>
        <span className="buttons">
          <button type="button" className="button" disabled={busy} onClick={onCancel}>
            取消
          </button>
          <button
            type="button"
            className={closed ? "button off" : "button primary"}
            aria-disabled={closed}
            aria-describedby="carry-why"
            data-put-in=""
            onClick={() => !closed && onPutIn()}
          >
            放进报告
          </button>
        </span>
      </div>
    </section>
  );
}

interface FiguresProps {
  readonly figures: Plan["carry"]["figures"];
  readonly setCarry: (change: Pick<Plan["carry"], "figures">) => void;
}

/** Where the figures of the file go. */
function Figures({ figures, setCarry }: FiguresProps) {
  return (
    <fieldset>
      <legend>统计数</legend>
      <label className="radio">
        <input
          type="radio"
          name="figures"
          checked={figures === "previous"}
          onChange={() => setCarry({ figures: "previous" })}
        />
        放到上年列，供对照
      </label>
      <label className="radio">
        <input
          type="radio"
          name="figures"
          checked={figures === "current"}
          onChange={() => setCarry({ figures: "current" })}
        />
        放到本年列
      </label>
    </fieldset>
  );
}

/** Whether it can be put in, and beside the button why not, or what then is. */
function useStanding({ report, plan: { carry }, left, faulty, busy }: CarryBarProps): { closed: boolean; why: string } {
  const twice = useStore(shown, ({ shelf }) =>
    shelf?.kind === "ready"
      ? shelf.reports.some(({ unit, year }) => unit === report.unit && year === carry.year)
      : false,
  );
  if (report.sections.length === 0 && report.tables.length === 0)
    return { closed: true, why: "没有读出可以放进报告的内容，请换一个文件" };
  if (left > 0) return { closed: true, why: `再核对 ${left} 处，就能放进报告` };
  if (faulty > 0) return { closed: true, why: `有 ${faulty} 格改成的不是数，改好就能放进报告` };
  return { closed: busy, why: twice ? `${carry.year} 年度已经有一份，放进后会有两份` : "原文件也一起存下" };
}
