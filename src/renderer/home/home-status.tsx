import { Icon } from "../parts/icon.tsx";

interface HomeStatusProps {
  /** Where the reports lie. */
  readonly folder?: string;
  /** The reports can be reached. */
  readonly sound?: boolean;
}

/** The bottom line while no report is shown. */
export function HomeStatus({ folder, sound = true }: HomeStatusProps) {
  return (
    <footer className="status-bar">
      {sound && (
        <span className="file">
          <span className="done">
            <Icon name="tick" small />
          </span>
          全部内容都存在本机
        </span>
      )}
      {sound && folder && <i className="line" />}
      {folder && (
        <span className="cut" title={folder}>
          {folder}
        </span>
      )}
      <span className="grow" />
      <span>不连网络</span>
    </footer>
  );
}
