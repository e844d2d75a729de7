import type { ReportLine } from "../../contract/reports.ts";
import { Icon } from "../parts/icon.tsx";
import { openStored } from "../state/shelf.ts";
import { moment } from "./moment.ts";

/** Where the clerk wrote last, and the way back there. */
export function Resume({ last }: { readonly last: ReportLine }) {
  const { id, year, place, changedAt } = last;
  return (
    <div className="resume">
      <span className="accent">
        <Icon name="pen" />
      </span>
      <p className="grow">
        <b className="cut">
          上次写到：{year === null ? "年度未知" : `${year} 年度`}
          {place && `，${place.name}`}
        </b>
        <span className="t2 cut">
          已保存 {moment(changedAt, new Date())}
          {place && place.part !== "" && `，光标在“${place.part}”`}
        </span>
      </p>
      <button type="button" className="button" onClick={() => void openStored(id)}>
        接着写
      </button>
    </div>
  );
}
