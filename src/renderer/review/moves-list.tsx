import type { Move } from "../../core/carry/moves.ts";
import type { Form } from "../../core/form/form.ts";
import type { Report } from "../../core/report/report.ts";
import { typeset } from "../../core/text/typeset.ts";
import { Icon } from "../parts/icon.tsx";

interface MovesListProps {
  /** As it would be put in by now. */
  readonly report: Report;
  /** The form that it goes over to. */
  readonly goal: Form;
  readonly moves: readonly Move[];
  /** Sends a section somewhere else; `null` keeps it one of its own. */
  readonly send: (section: string, to: string | null) => void;
}

/** Where the text of each section goes in another form, before it happens; each can be sent somewhere else. */
export function MovesList({ report, goal, moves, send }: MovesListProps) {
  return (
    <section aria-label="文字放到新表样的哪一部分" data-moves="">
      <h3 className="group">
        <Icon name="right" small />
        文字放到新表样的哪一部分 <span className="t3">{moves.length}</span>
      </h3>
      <p className="told t2">
        {`新表样：${goal.file.title}。几部分放进同一部分时，按原来的顺序排，原标题留作小标题。统计数不放进新表，放进后按 F9 对照。`}
      </p>
      <ul className="moves">
        {moves.map((move) => (
          <MoveLine key={move.from} move={move} report={report} goal={goal} send={send} />
        ))}
      </ul>
    </section>
  );
}

/** What stands in the list for a section that stays one of its own. */
const OWN = "";

interface MoveLineProps extends Omit<MovesListProps, "moves"> {
  readonly move: Move;
}

function MoveLine({ move: { from, to }, report, goal, send }: MoveLineProps) {
  const heading = report.sections.find(({ key }) => key === from)?.heading || "前言";
  return (
    <li>
      <span className="cut grow" title={heading}>
        {heading}
      </span>
      <Icon name="right" small />
      <select
        className="input small"
        aria-label={`${heading} 放到`}
        value={to ?? OWN}
        onChange={(event) => {
          const { value } = event.target;
          send(from, value === OWN ? null : value);
        }}
      >
        {goal.file.sections.map(({ key, title }) => (
          <option key={key} value={key}>
            {title === "" ? "前言" : typeset(title)}
          </option>
        ))}
        <option value={OWN}>单独留作一部分，排在最后</option>
      </select>
    </li>
  );
}
