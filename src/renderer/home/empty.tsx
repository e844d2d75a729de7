import { COMMANDS } from "../commands.ts";
import { Icon } from "../parts/icon.tsx";
import { HomeStatus } from "./home-status.tsx";

/** Nothing is open: how to begin. */
export function EmptyScreen() {
  return (
    <>
      <main className="home">
        <section className="start" aria-label="开始">
          <div className="pair">
            <button type="button" className="button" onClick={COMMANDS.open.run}>
              <Icon name="open" />
              打开…
            </button>
            <button type="button" className="button" onClick={COMMANDS.sample.run}>
              <Icon name="document" />
              打开示例
            </button>
          </div>
          <div className="drop-zone">
            <Icon name="document" />
            <p>把文件拖到这里</p>
            <p className="t3">原文件只读取，不改动</p>
          </div>
          <div className="tips">
            <h3>键盘</h3>
            <dl className="keys">
              <div>
                <dt>打开</dt>
                <dd>
                  <kbd>Ctrl</kbd> <kbd>O</kbd>
                </dd>
              </div>
              <div>
                <dt>菜单</dt>
                <dd>
                  <kbd>Alt</kbd>
                </dd>
              </div>
              <div>
                <dt>全部快捷键</dt>
                <dd>
                  <kbd>Ctrl</kbd> <kbd>/</kbd>
                </dd>
              </div>
            </dl>
          </div>
        </section>
        <section className="centre" aria-label="还没有打开报告">
          <Icon name="document" />
          <h1>还没有打开报告</h1>
          <p className="t2">
            选一份年度报告：Word（.docx）、Excel（.xlsx）、文字文件都可以。
            <br />
            正文和统计表分在几个文件里的，一起选上。
          </p>
          <button type="button" className="button primary" onClick={COMMANDS.open.run}>
            打开报告
          </button>
          <p className="t3 small-text">
            先看看样子？可以
            <button type="button" className="link" onClick={COMMANDS.sample.run}>
              打开示例报告
            </button>
          </p>
        </section>
      </main>
      <HomeStatus />
    </>
  );
}
