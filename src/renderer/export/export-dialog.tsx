import { call } from "../bridge.ts";
import { Icon } from "../parts/icon.tsx";
import { closeDialog, Modal } from "../parts/modal.tsx";
import { type ReportScreen, shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { ExportDone } from "./export-done.tsx";
import { ExportForm } from "./export-form.tsx";
import { type Progress, useExport } from "./use-export.ts";

/** Which files, under which name, where; errors never stop it, but they are asked about. */
export function ExportDialog() {
  const screen = useStore(shown, (value) => value.screen);
  return screen.kind === "report" ? <Dialog screen={screen} /> : null;
}

function Dialog({ screen }: { readonly screen: ReportScreen }) {
  const { state, fault, errors, begin, ...form } = useExport(screen);
  switch (state.kind) {
    case "writing":
      return <Writing progress={state.progress} />;
    case "done":
      return <ExportDone exported={state.exported} fault={fault} />;
    case "asking":
      return <Asking errors={errors} begin={() => void begin()} />;
    case "form": {
      const nothing = form.names.length === 0 || form.draft.name.trim() === "";
      return (
        <Modal
          title="导出"
          onSubmit={() => !nothing && void begin()}
          footer={
            <>
              <span className="grow" />
              <button type="button" className="button" onClick={closeDialog}>
                取消
              </button>
              <button type="submit" className="button primary" disabled={nothing}>
                {form.folder ? "导出" : "选文件夹并导出…"}
              </button>
            </>
          }
        >
          <ExportForm {...form} errors={errors} report={screen.report} />
          {fault && (
            <p className="fault" role="alert">
              {fault}
            </p>
          )}
        </Modal>
      );
    }
  }
}

function Asking({ errors, begin }: { readonly errors: number; readonly begin: () => void }) {
  return (
    <Modal
      title="仍要导出？"
      footer={
        <>
          <span className="grow severity error">
            <Icon name="error" small />
            还有 {errors} 处错误没有改
          </span>
          <button type="button" className="button" data-first="" onClick={closeDialog}>
            回去改
          </button>
          <button type="button" className="button primary" onClick={begin}>
            仍要导出
          </button>
        </>
      }
    >
      <p role="alert">校验发现 {errors} 处错误。导出不改动报告，错误会照原样留在导出的文件里，校验记录会写明。</p>
    </Modal>
  );
}

const stop = () => void call["export:cancel"](undefined);

function Writing({ progress }: { readonly progress: Progress | null }) {
  return (
    <Modal
      title="正在导出"
      onLeave={stop}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" data-first="" onClick={stop}>
            停止
          </button>
        </>
      }
    >
      <p role="status">
        {progress ? `第 ${progress.file} 个，共 ${progress.files} 个：${progress.name}` : "正在保存报告…"}
      </p>
      <progress className="progress" max={progress?.files ?? 1} value={progress ? progress.file - 1 : 0} />
    </Modal>
  );
}
