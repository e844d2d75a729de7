import type { Carry } from "../../core/carry/carry.ts";
import type { Report } from "../../core/report/report.ts";
import { shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";

interface CarryBarProps {
  readonly report: Report;
  readonly years: readonly number[];
  readonly carry: Carry;
  readonly setCarry: (carry: Carry) => void;
  /** Items that still wait. */
  readonly left: number;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onPutIn: () => void;
}

/** Which year, what to carry over, and the one button that puts it all in. */
export function CarryBar({ report, years, carry, setCarry, left, busy, onCancel, onPutIn }: CarryBarProps) {
  const twice = useStore(shown, ({ shelf }) =>
    shelf?.kind === "ready"
      ? shelf.reports.some(({ unit, year }) => unit === report.unit && year === carry.year)
      : false,
  );
  const closed = left > 0 || busy;
  const chooseYear = (year: number) =>
    setCarry({ ...carry, year, figures: year === report.year ? "current" : "previous" });
  return (
    <section className="carry" aria-label="放进报告">
      <div>
        <h3 id="carry-year">放进哪一年</h3>
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
      <fieldset>
        <legend>文字</legend>
        <label className="radio">
          <input
            type="radio"
            name="text"
            checked={carry.text === "keep"}
            onChange={() => setCarry({ ...carry, text: "keep" })}
          />
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
            onChange={() => setCarry({ ...carry, text: "headings" })}
          />
          不沿用，只留标题
        </label>
      </fieldset>
      <fieldset>
        <legend>统计数</legend>
        <label className="radio">
          <input
            type="radio"
            name="figures"
            checked={carry.figures === "previous"}
            onChange={() => setCarry({ ...carry, figures: "previous" })}
          />
          放到上年列，供对照
        </label>
        <label className="radio">
          <input
            type="radio"
            name="figures"
            checked={carry.figures === "current"}
            onChange={() => setCarry({ ...carry, figures: "current" })}
          />
          放到本年列
        </label>
      </fieldset>
      <span className="grow" />
      <div className="go">
        <span className="t3 small-text" id="carry-why">
          {left > 0
            ? `再核对 ${left} 处，就能放进报告`
            : twice
              ? `${carry.year} 年度已经有一份，放进后会有两份`
              : "原文件也一起存下"}
        </span>
        <span className="buttons">
          <button type="button" className="button" onClick={onCancel}>
            取消
          </button>
          <button
            type="button"
            className={closed ? "button off" : "button primary"}
            aria-disabled={closed}
            aria-describedby="carry-why"
            onClick={() => !closed && onPutIn()}
          >
            放进报告
          </button>
        </span>
      </div>
    </section>
  );
}
