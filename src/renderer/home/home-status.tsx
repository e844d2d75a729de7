import { Icon } from "../parts/icon.tsx";

/** The bottom line while no report is shown. */
export function HomeStatus({ folder }: { readonly folder?: string }) {
  return (
    <footer className="status-bar">
      <span className="file">
        <span className="done">
          <Icon name="tick" small />
        </span>
        全部内容都存在本机
      </span>
      {folder && (
        <>
          <i className="line" />
          <span className="cut">{folder}</span>
        </>
      )}
      <span className="grow" />
      <span>不连网络</span>
    </footer>
  );
}
