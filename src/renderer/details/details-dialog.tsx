import { useState } from "react";
import { yearsOf } from "../../core/form/years.ts";
import { withOffice } from "../../core/report/office.ts";
import type { Annex, Report } from "../../core/report/report.ts";
import { type FieldName, Fields, typed } from "../parts/fields.tsx";
import { closeDialog, Modal } from "../parts/modal.tsx";
import { edit } from "../state/editing.ts";
import { type ReportScreen, readyShelf, storedReport } from "../state/screen.ts";
import { PEOPLE } from "./fields.ts";

const OF_REPORT: readonly FieldName<"unit" | "title">[] = [
  { key: "unit", name: "单位", wide: true },
  { key: "title", name: "标题", wide: true, placeholder: "空着时按单位和年度代拟" },
];

const OF_ANNEX: readonly FieldName<"number" | "unit" | "head" | "reviewer" | "filler" | "phone" | "date">[] = [
  { key: "number", name: "附件编号", wide: true, placeholder: "比如：附件2" },
  { key: "unit", name: "填报单位", wide: true },
  ...PEOPLE,
  { key: "date", name: "填报日期" },
];

/** What stands around text and table: year, unit, title, and the sign-off of the annex. */
export function DetailsDialog() {
  const [screen] = useState(storedReport);
  return screen && <Dialog screen={screen} />;
}

function Dialog({ screen: { report, form } }: { readonly screen: ReportScreen }) {
  const [draft, setDraft] = useState<Report>(report);
  const office = readyShelf()?.office ?? null;
  const completed = office && withOffice(cleaned(draft), office);
  const years = new Set([...(report.year === null ? [] : [report.year]), ...yearsOf(form, new Date().getFullYear())]);
  const keep = () => {
    const { year, unit, title, annex } = cleaned(draft);
    closeDialog();
    edit({ kind: "details", meta: { year, unit, title }, annex });
  };
  return (
    <Modal
      title="报告信息"
      onSubmit={keep}
      footer={
        <>
          {completed && (
            <button type="button" className="button" onClick={() => setDraft(completed)}>
              空着的照单位信息填
            </button>
          )}
          <span className="grow" />
          <button type="button" className="button" onClick={closeDialog}>
            取消
          </button>
          <button type="submit" className="button primary">
            改好了
          </button>
        </>
      }
    >
      <Fields
        fields={OF_REPORT}
        values={{ unit: draft.unit ?? "", title: draft.title ?? "" }}
        setValue={(key, value) => setDraft(key === "unit" ? withUnit(draft, value) : { ...draft, [key]: value })}
      />
      <label className="field half">
        <span className="t2">年度</span>
        <select
          className="input"
          value={draft.year ?? ""}
          onChange={(event) => setDraft({ ...draft, year: Number(event.target.value) })}
        >
          {draft.year === null && <option value="">年度未知</option>}
          {[...years].map((year) => (
            <option key={year} value={year}>
              {year} 年度
            </option>
          ))}
        </select>
      </label>
      <h3>附件的编号和落款</h3>
      <Fields
        fields={OF_ANNEX}
        values={texts(draft.annex)}
        setValue={(key, value) => setDraft({ ...draft, annex: { ...draft.annex, [key]: value } })}
      />
    </Modal>
  );
}

/** The annex is filled in by the same unit, unless it says otherwise. */
function withUnit(draft: Report, unit: string): Report {
  const same = (draft.annex.unit ?? "") === (draft.unit ?? "");
  return { ...draft, unit, ...(same ? { annex: { ...draft.annex, unit } } : {}) };
}

function texts(annex: Annex): Record<keyof Annex, string> {
  const entries = Object.entries(annex).map(([key, value]) => [key, value ?? ""] as const);
  return Object.fromEntries(entries) as Record<keyof Annex, string>;
}

/** Without blanks around, and `null` where nothing was typed. */
function cleaned(draft: Report): Report {
  const { number, unit, head, reviewer, filler, phone, date } = texts(draft.annex);
  return {
    ...draft,
    unit: typed(draft.unit ?? ""),
    title: typed(draft.title ?? ""),
    annex: {
      ...draft.annex,
      number: typed(number),
      unit: typed(unit),
      head: typed(head),
      reviewer: typed(reviewer),
      filler: typed(filler),
      phone: typed(phone),
      date: typed(date),
    },
  };
}
