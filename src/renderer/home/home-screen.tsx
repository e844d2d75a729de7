import { useEffect } from "react";
import { Icon } from "../parts/icon.tsx";
import { shown } from "../state/screen.ts";
import { openStored } from "../state/shelf.ts";
import { useStore } from "../state/store.ts";
import { TroubleScreen } from "../trouble/trouble-screen.tsx";
import { EmptyShelf } from "./empty-shelf.tsx";
import { HomeStatus } from "./home-status.tsx";
import { moment } from "./moment.ts";
import { ReportList } from "./report-list.tsx";
import { StartPane } from "./start-pane.tsx";

/** The first screen: how to begin, and the reports of this machine by year. */
export function HomeScreen() {
  const shelf = useStore(shown, (value) => value.shelf);
  useEffect(() => document.querySelector<HTMLElement>("[data-first]")?.focus({ preventScroll: true }), []);
  if (shelf === null) return <main className="fill" />;
  if (shelf.kind === "trouble") return <TroubleScreen shelf={shelf} />;
  const { reports, folder } = shelf;
  const [last] = [...reports].sort((a, b) => b.changedAt.localeCompare(a.changedAt));
  const unit = usualUnit(reports.map((report) => report.unit));
  return (
    <>
      <main className="home">
        <StartPane large={reports.length > 0} />
        <section className="reports" aria-label="本单位的报告">
          {last === undefined ? (
            <EmptyShelf />
          ) : (
            <>
              <div className="reports-head">
                <h1 className="cut">{unit ?? "我的报告"}</h1>
                <span className="t2">政府信息公开工作年度报告</span>
              </div>
              <div className="resume">
                <span className="accent">
                  <Icon name="pen" />
                </span>
                <p>
                  <b>
                    上次写到：{last.year === null ? "年度未知" : `${last.year} 年度`}
                    {last.place && `，${last.place.name}`}
                  </b>
                  <br />
                  <span className="t2">
                    已保存 {moment(last.changedAt, new Date())}
                    {last.place && last.place.part !== "" && `，光标在“${last.place.part}”`}
                  </span>
                </p>
                <span className="grow" />
                <button type="button" className="button" onClick={() => void openStored(last.id)}>
                  接着写
                </button>
              </div>
              <ReportList reports={reports} unit={unit} />
            </>
          )}
        </section>
      </main>
      <HomeStatus folder={folder} />
    </>
  );
}

/** The name that most reports carry; the first of equals. */
function usualUnit(units: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const unit of units) if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].reduce<readonly [string | null, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [null, 0],
  )[0];
}
