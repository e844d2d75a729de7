import { useState } from "react";
import { localRowFault } from "../../core/grid/local-rows.ts";
import { closeDialog, Modal } from "../parts/modal.tsx";
import { ui } from "../state/ui.ts";
import type { TableView } from "../view/table-view.ts";
import { openTable } from "./now.ts";
import { addOwnRow, cellsOf } from "./own-rows.ts";

/** A row of the office's own: what it is called, what it is counted in, and where it stands. */
export function LocalRowDialog() {
  const view = openTable();
  return view && <RowForm view={view} />;
}

function RowForm({ view }: { readonly view: TableView }) {
  const { table, grid } = view;
  const goals = grid.rows.filter(({ header }) => !header);
  const offered = table.form.rows.filter(({ id, origin }) => origin === "local" && !grid.byId.has(id));
  const [label, setLabel] = useState("");
  const [unit, setUnit] = useState("");
  const [after, setAfter] = useState(() => placeOf(view) ?? goals.at(-1)?.id ?? "");
  const [tried, setTried] = useState(false);
  const fault = localRowFault(table, cellsOf(view), { label, unit, after });
  const add = () => {
    setTried(true);
    if (fault !== null) return;
    closeDialog();
    addOwnRow({ label, unit: unit.trim(), after });
  };
  return (
    <Modal
      title="添加本单位的行"
      onSubmit={add}
      footer={
        <>
          <span className="grow t3">不计入合计</span>
          <button type="button" className="button" onClick={closeDialog}>
            取消
          </button>
          <button type="submit" className="button primary">
            添加
          </button>
        </>
      }
    >
      <label className="field">
        <span className="t2">行的名称</span>
        <input
          className="input"
          data-first=""
          list="offered-rows"
          value={label}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setLabel(event.target.value)}
        />
        <datalist id="offered-rows">
          {offered.map(({ id, label: name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
      </label>
      {table.form.unitHeader && (
        <label className="field">
          <span className="t2">单位（件、条、次……）</span>
          <input
            className="input"
            value={unit}
            maxLength={20}
            autoComplete="off"
            onChange={(event) => setUnit(event.target.value)}
          />
        </label>
      )}
      <label className="field">
        <span className="t2">放在哪一行下面</span>
        <select className="input" value={after} onChange={(event) => setAfter(event.target.value)}>
          {goals.map((row) => (
            <option key={row.id} value={row.id}>
              {row.label}
            </option>
          ))}
        </select>
      </label>
      {tried && fault !== null && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <p className="t2">
        表样里没有的内容才需要添加。这一行在表里标为“自设”，导出时写明“本单位自设”，不计入合计，也不参加核对；下一年的报告沿用它。
      </p>
    </Modal>
  );
}

/** The row that the cursor is in, where it carries values. */
function placeOf({ grid }: TableView): string | null {
  const row = ui.get().selection?.active.row;
  const there = row === undefined ? undefined : grid.byId.get(row);
  return there && !there.header ? there.id : null;
}
