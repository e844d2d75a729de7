import { useState } from "react";
import { servesYear } from "../../core/form/form.ts";
import { yearsOf } from "../../core/form/years.ts";
import { closeDialog, Modal } from "../parts/modal.tsx";
import { allForms } from "../state/forms.ts";
import { readyShelf } from "../state/screen.ts";
import { createBlank } from "../state/shelf.ts";

/** An empty report: its year decides the form. */
export function BlankDialog() {
  const today = new Date().getFullYear();
  const years = [...new Set(allForms().flatMap((form) => yearsOf(form, today)))].sort((a, b) => b - a);
  // The report of a year is written early in the next.
  const [year, setYear] = useState(() => years.find((one) => one < today) ?? years[0] ?? today);
  const [busy, setBusy] = useState(false);
  const form = allForms().find((one) => servesYear(one, year));
  const there = readyShelf()?.reports.some((report) => report.year === year) ?? false;
  const create = async () => {
    if (!form || busy) return;
    setBusy(true);
    closeDialog();
    await createBlank(form, year);
  };
  return (
    <Modal
      title="新建空白报告"
      onSubmit={() => void create()}
      footer={
        <>
          <span className="grow t3">{there ? `${year} 年度已经有一份，新建后会有两份` : ""}</span>
          <button type="button" className="button" onClick={closeDialog}>
            取消
          </button>
          <button type="submit" className="button primary" disabled={!form || busy}>
            新建
          </button>
        </>
      }
    >
      <label className="field">
        <span className="t2">哪一年的报告</span>
        <select className="input" data-first="" value={year} onChange={(event) => setYear(Number(event.target.value))}>
          {years.map((one) => (
            <option key={one} value={one}>
              {one} 年度
            </option>
          ))}
        </select>
      </label>
      <p className="t2">
        {form
          ? `表式：${form.file.title}。各部分的标题和统计表的行已经排好，内容都空着。`
          : "没有可用的表式，不能新建报告。请重新安装程序，已有的报告没有改动。"}
      </p>
    </Modal>
  );
}
