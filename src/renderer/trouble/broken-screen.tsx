import { useEffect, useRef } from "react";
import { HomeStatus } from "../home/home-status.tsx";
import { clock, exactly } from "../home/moment.ts";
import { Icon } from "../parts/icon.tsx";
import type { BrokenScreen as Screen } from "../state/screen.ts";
import { goBackTo, goHome } from "../state/shelf.ts";

/** The last state of a report is not what was saved: it is not shown as if it were, and the newest sound one is offered. */
export function BrokenScreen({ screen }: { readonly screen: Screen }) {
  const { source, last, sound } = screen;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <>
      <main className="fill">
        <section className="centre" role="alert">
          <span className="severity error">
            <Icon name="error" />
          </span>
          <h1>这份报告最后保存的内容坏了</h1>
          <p>
            {exactly(last.at)} 保存的内容和当时记下的核对码对不上，可能是磁盘出了问题，没有打开。
            {exactly(sound.at)} 保存的那一次是完好的。
          </p>
          <p className="t2">坏的内容还留着，别的报告没有改动。</p>
          <div className="pair">
            <button
              type="button"
              className="button primary"
              ref={first}
              onClick={() => void goBackTo(source.id, sound.revision)}
            >
              打开 {clock(sound.at)} 的那一次
            </button>
            <button type="button" className="button" onClick={() => void goHome()}>
              回到全部报告
            </button>
          </div>
        </section>
      </main>
      <HomeStatus />
    </>
  );
}
