import { useEffect } from "react";
import { COMMANDS } from "../commands.ts";
import { Icon } from "../parts/icon.tsx";
import { shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { TroubleScreen } from "../trouble/trouble-screen.tsx";
import { EmptyShelf } from "./empty-shelf.tsx";
import { HomeStatus } from "./home-status.tsx";
import { ReportList } from "./report-list.tsx";
import { Resume } from "./resume.tsx";
import { StartPane } from "./start-pane.tsx";

/** The first screen: how to begin, and the reports of this machine by year. */
export function HomeScreen() {
  const shelf = useStore(shown, (value) => value.shelf);
  const kind = shelf?.kind;
  useEffect(() => {
    if (kind === "ready") document.querySelector<HTMLElement>("[data-first]")?.focus({ preventScroll: true });
  }, [kind]);
  if (shelf === null) return <main className="fill" />;
  if (shelf.kind === "trouble") return <TroubleScreen shelf={shelf} />;
  const { reports, folder, office } = shelf;
  const [last] = [...reports].sort((a, b) => b.changedAt.localeCompare(a.changedAt));
  const unit = office?.unit ?? usualUnit(reports.map((report) => report.unit));
  return (
    <>
      <main className="home">
        <StartPane large={last !== undefined} />
        <section className="reports" aria-label="本单位的报告">
          <Head unit={unit} empty={last === undefined} />
          {last === undefined ? (
            <EmptyShelf />
          ) : (
            <>
              <Resume last={last} />
              <ReportList reports={reports} unit={unit} />
            </>
          )}
        </section>
      </main>
      <HomeStatus folder={folder} />
    </>
  );
}

/** Whose reports these are. An empty shelf has its own heading. */
function Head({ unit, empty }: { readonly unit: string | null; readonly empty: boolean }) {
  return (
    <div className="reports-head">
      {!empty && <h1 className="cut">{unit ?? "我的报告"}</h1>}
      {empty && unit && <b className="cut">{unit}</b>}
      <span className="t2 cut">
        {empty && unit === null ? "单位名称还没有填，可以以后再填" : "政府信息公开工作年度报告"}
      </span>
      <span className="grow" />
      <button type="button" className="button flat small" onClick={COMMANDS.office.run}>
        <Icon name="pen" />
        单位信息
      </button>
    </div>
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
