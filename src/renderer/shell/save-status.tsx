import { clock } from "../home/moment.ts";
import { Icon } from "../parts/icon.tsx";
import { reviewLook } from "../state/actions.ts";
import { flushSaves, saving } from "../state/saving.ts";
import { isLook, shown, storedReport } from "../state/screen.ts";
import { openAsSaved } from "../state/shelf.ts";
import { useStore } from "../state/store.ts";

/** Whether what was typed is safe; always at the same place. */
export function SaveStatus() {
  const state = useStore(saving, (value) => value.state);
  const look = useStore(shown, isLook);
  if (look || state === null) return <Look />;
  switch (state.kind) {
    case "saved":
      return (
        <span className="file" data-save="saved">
          <span className="done">
            <Icon name="tick" small />
          </span>
          已保存 {clock(state.at)}
        </span>
      );
    case "saving":
      return (
        <span className="file" data-save="saving">
          正在保存
        </span>
      );
    case "unsaved":
      return (
        <span className="file" data-save="unsaved" role="alert">
          <span className="severity error">
            <Icon name="error" small />
            没有保存
          </span>
          <span className="cut">{state.error.message}</span>
          {state.error.code === "conflict" ? (
            <button type="button" className="link" onClick={() => void openSaved()}>
              打开已保存的
            </button>
          ) : (
            <button type="button" className="link" onClick={() => void flushSaves()}>
              再保存一次
            </button>
          )}
        </span>
      );
  }
}

/** Leaves what is here for what was saved elsewhere. */
async function openSaved(): Promise<void> {
  const report = storedReport();
  if (report) await openAsSaved(report.source.id);
}

function Look() {
  return (
    <span className="file" data-save="look">
      <span className="done">
        <Icon name="tick" small />
      </span>
      <span className="cut">只读查看，原文件没有改动</span>
      <button type="button" className="link" onClick={reviewLook}>
        放进报告…
      </button>
    </span>
  );
}
