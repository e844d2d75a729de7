import { COMMANDS } from "../commands.ts";
import { Caps } from "../parts/caps.tsx";
import { Icon } from "../parts/icon.tsx";

const KEYS = [
  ["从去年的文件开始", COMMANDS.lastYear.keys],
  ["打开选中的报告", "Enter"],
  ["全部快捷键", COMMANDS.keys.keys],
] as const;

/** How to begin: the one large button, opening a file, an empty report, or dropping a file. */
export function StartPane({ large }: { readonly large: boolean }) {
  return (
    <section className="start" aria-label="开始">
      {large && (
        <button type="button" className="big" onClick={COMMANDS.lastYear.run}>
          <Icon name="import" />
          <span>
            <b>从去年的文件开始</b>
            <span>Word、WPS、Excel、PDF、网页、文字</span>
          </span>
        </button>
      )}
      <div className="pair">
        <button type="button" className="button" onClick={COMMANDS.open.run}>
          <Icon name="open" />
          打开…
        </button>
        <button type="button" className="button" onClick={COMMANDS.blank.run}>
          <Icon name="new" />
          新建报告
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
          {KEYS.map(([label, keys]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Caps keys={keys} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
