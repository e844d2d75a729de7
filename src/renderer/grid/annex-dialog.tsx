import { type ClipboardEvent, useMemo, useState } from "react";
import { columnName } from "../../core/form/form.ts";
import type { AnnexLine, AnnexPlan, AnnexTarget } from "../../core/grid/annex-plan.ts";
import { typeset } from "../../core/text/typeset.ts";
import { Icon } from "../parts/icon.tsx";
import { Modal } from "../parts/modal.tsx";
import { SeverityIcon } from "../parts/severity.tsx";
import type { Grid } from "../view/rows.ts";
import { leaveAnnex, offerAnnex, planOf, takeAnnex, takeAsBlock } from "./annex-paste.ts";
import { rowName } from "./cell-name.ts";
import type { AnnexPaste, FoundAnnex } from "./state.ts";

interface AnnexDialogProps {
  readonly paste: AnnexPaste;
  readonly grid: Grid;
  readonly year: number | null;
}

/** A whole annex from the clipboard: asked for, then shown with what goes where before anything is changed. */
export function AnnexDialog({ paste, grid, year }: AnnexDialogProps) {
  if (paste.kind === "waiting") return <Asking />;
  return <Found paste={paste} grid={grid} year={year} />;
}

function Asking() {
  const [missed, setMissed] = useState(false);
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    const { clipboardData: data } = event;
    setMissed(!offerAnnex({ html: data.getData("text/html"), text: data.getData("text/plain") }, null));
  };
  return (
    <Modal
      title="带入上年数"
      onLeave={leaveAnnex}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={leaveAnnex}>
            取消
          </button>
        </>
      }
    >
      <p>在 Excel、WPS 或 Word 里打开去年的附表，连同指标名称选中整张表，复制，然后在下面按 Ctrl+V。</p>
      <textarea
        className="paste-here"
        data-first=""
        aria-label="在这里粘贴去年的附表"
        placeholder="在这里按 Ctrl+V"
        value=""
        onChange={() => setMissed(true)}
        onPaste={onPaste}
      />
      {missed && (
        <p className="fault" role="alert">
          没有认出附表，什么也没有改。请连同左边的指标名称一起选中，再复制一次。
        </p>
      )}
    </Modal>
  );
}

interface FoundProps extends Omit<AnnexDialogProps, "paste"> {
  readonly paste: FoundAnnex;
}

function Found({ paste, grid, year }: FoundProps) {
  const [target, setTarget] = useState(paste.target);
  const plan = useMemo(() => planOf(paste, target), [paste, target]);
  if (!plan) return null;
  const count = plan.lines.filter(({ change }) => change).length;
  return (
    <Modal
      title="粘贴附表"
      wide
      onLeave={leaveAnnex}
      onSubmit={() => takeAnnex(plan)}
      footer={
        <>
          {paste.block && (
            <button type="button" className="button" onClick={() => takeAsBlock(paste)}>
              按原样粘贴到选中的格子
            </button>
          )}
          <span className="grow t3">放好后可以一步撤销</span>
          <button type="button" className="button" onClick={leaveAnnex}>
            取消
          </button>
          <button type="submit" className="button primary" data-first="" disabled={count === 0}>
            放进 {count} 格
          </button>
        </>
      }
    >
      <p>{summaryOf(plan, count)}</p>
      {grid.table.previousOf.size > 0 && <TargetChoice target={target} year={year} onChange={setTarget} />}
      <Lines plan={plan} grid={grid} />
      <Left title="没有找到位置，不会放进去" texts={plan.unplaced} open />
      <Left title="没有用到的其他文字" texts={plan.aside} />
    </Modal>
  );
}

function summaryOf({ lines, blank }: AnnexPlan, count: number): string {
  const same = lines.length - count;
  return [
    `按指标名称认出 ${lines.length} 个数，${count} 格会改`,
    ...(same > 0 ? [`${same} 格本来就一样`] : []),
    ...(blank > 0 ? [`来源里空着的 ${blank} 格保持原样`] : []),
  ]
    .join("，")
    .concat("。");
}

interface TargetChoiceProps {
  readonly target: AnnexTarget;
  readonly year: number | null;
  readonly onChange: (target: AnnexTarget) => void;
}

function TargetChoice({ target, year, onChange }: TargetChoiceProps) {
  const named = (which: AnnexTarget) => {
    const number = year === null ? "" : `（${which === "current" ? year : year - 1} 年）`;
    return `${which === "current" ? "本年" : "上年"}${number}`;
  };
  return (
    <fieldset className="choices annex-target">
      <legend className="unseen">放到哪一列</legend>
      <span aria-hidden="true">放到</span>
      {(["current", "previous"] as const).map((which) => (
        <label className="radio" key={which}>
          <input type="radio" name="annex-target" checked={target === which} onChange={() => onChange(which)} />
          {named(which)}
        </label>
      ))}
    </fieldset>
  );
}

function Lines({ plan, grid }: { readonly plan: AnnexPlan; readonly grid: Grid }) {
  const several = new Set(plan.lines.map(({ column }) => column)).size > 1;
  return (
    <div className="annex-lines scroll" tabIndex={0} role="region" aria-label="每一格会怎样">
      <table>
        <thead>
          <tr>
            <th>指标</th>
            {several && <th>列</th>}
            <th className="number">现在</th>
            <th aria-label="变为" />
            <th className="number">放进去</th>
            <th>请核对</th>
          </tr>
        </thead>
        <tbody>
          {plan.lines.map((line) => (
            <Line
              key={`${line.row} ${line.column}`}
              line={line}
              name={rowName(grid, line.row)}
              column={several ? nameOfColumn(grid, line.column) : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nameOfColumn({ table }: Grid, column: string): string {
  const known = table.columns.get(column);
  return known ? typeset(columnName(table, known)) : column;
}

interface LineProps {
  readonly line: AnnexLine;
  readonly name: string;
  /** `null` where there is only one. */
  readonly column: string | null;
}

function Line({ line, name, column }: LineProps) {
  const { from, to, doubt, change } = line;
  return (
    <tr className={change ? "" : "same"}>
      <td className="cut" title={name}>
        {name}
      </td>
      {column !== null && <td>{column}</td>}
      <td className="number">{from === "" ? <span className="t3">未填</span> : from}</td>
      <td className="arrow">{change && <Icon name="right" small />}</td>
      <td className="number">{change ? <b>{to}</b> : <span className="t3">一样</span>}</td>
      <td className="doubt cut" title={doubt ?? undefined}>
        {doubt !== null && (
          <>
            <SeverityIcon level="warning" />
            {doubt}
          </>
        )}
      </td>
    </tr>
  );
}

interface LeftProps {
  readonly title: string;
  readonly texts: readonly string[];
  readonly open?: boolean;
}

function Left({ title, texts, open = false }: LeftProps) {
  if (texts.length === 0) return null;
  return (
    <details className="annex-left" open={open}>
      <summary>
        {title}（{texts.length}）
      </summary>
      <ul>
        {texts.map((text, index) => (
          // The texts have no identity of their own: their place is it.
          <li key={`${index}:${text}`}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
