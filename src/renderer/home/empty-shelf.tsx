import { COMMANDS } from "../commands.ts";
import { Icon } from "../parts/icon.tsx";

/** No report yet: the first start. */
export function EmptyShelf() {
  return (
    <div className="centre">
      <Icon name="document" />
      <h1>还没有报告</h1>
      <p className="t2">
        选去年报上去的那份文件就行。程序会读出各部分文字和统计表，
        <br />
        请您核对后再放进新报告。
      </p>
      <button type="button" className="button primary" data-first="" onClick={COMMANDS.lastYear.run}>
        从去年的文件开始
      </button>
      <p className="t3 small-text">
        找不到去年的文件？可以
        <button type="button" className="link" onClick={COMMANDS.blank.run}>
          新建报告
        </button>
        或
        <button type="button" className="link" onClick={COMMANDS.sample.run}>
          打开示例报告
        </button>
      </p>
    </div>
  );
}
