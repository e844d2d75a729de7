import { Icon } from "../parts/icon.tsx";

/** The bottom line while no report is shown. */
export function HomeStatus() {
  return (
    <footer className="status-bar">
      <span className="file">
        <span className="done">
          <Icon name="tick" small />
        </span>
        全部内容都只在本机处理
      </span>
      <span className="grow" />
      <span>不连网络</span>
    </footer>
  );
}
