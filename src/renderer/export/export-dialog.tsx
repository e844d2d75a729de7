import { useState } from "react";
import { type Exported, ExportKind } from "../../contract/reports.ts";
import { reportFileName } from "../../core/report/name.ts";
import { call } from "../bridge.ts";
import { Icon } from "../parts/icon.tsx";
import { closeDialog, Modal } from "../parts/modal.tsx";
import { flushSaves } from "../state/saving.ts";
import { type ReportScreen, shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { countLevels } from "../view/notices.ts";
import { viewOf } from "../view/view.ts";

const KINDS: Readonly<Record<ExportKind, { readonly name: string; readonly what: string }>> = {
  docx: { name: "Word", what: "正文和附件，公文格式，报送用" },
  xlsx: { name: "Excel", what: "统计表，按附件的样子" },
  json: { name: "报告数据", what: "全部内容，给年报通再读" },
};

type Result =
  | { readonly kind: "done"; readonly exported: Exported }
  | { readonly kind: "failed"; readonly message: string };

/** Which files, under which name; errors never stop it, but they are asked about. */
export function ExportDialog() {
  const screen = useStore(shown, (value) => value.screen);
  return screen.kind === "report" ? <Dialog screen={screen} /> : null;
}

function Dialog({ screen }: { readonly screen: ReportScreen }) {
  const { report, form } = screen;
  const [kinds, setKinds] = useState<ReadonlySet<ExportKind>>(new Set(["docx", "xlsx"]));
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const errors = countLevels(viewOf(report, form).notices).error;
  const name = reportFileName(report, form, "政府信息公开工作年度报告");

  const write = async () => {
    setBusy(true);
    setResult(null);
    const saved = await flushSaves();
    const now = shown.get().screen;
    // The text just flushed may have made another report.
    const current = now.kind === "report" ? now.report : report;
    const answer = await call["report:export"]({
      report: current,
      kinds: ExportKind.options.filter((kind) => kinds.has(kind)),
    });
    setBusy(false);
    if (!answer.ok) setResult({ kind: "failed", message: answer.error.message });
    else if (answer.value) setResult({ kind: "done", exported: answer.value });
    if (!saved) setResult({ kind: "failed", message: "文件已导出，但报告本身还没有保存，请看状态栏里的原因。" });
  };
  const begin = () => {
    if (errors > 0 && !asked) setAsked(true);
    else void write();
  };
  if (result?.kind === "done") return <Done exported={result.exported} />;
  return (
    <Modal
      title="导出"
      footer={
        asked ? (
          <>
            <span className="grow severity error">
              <Icon name="error" small />
              还有 {errors} 处错误没有改
            </span>
            <button type="button" className="button" onClick={closeDialog}>
              回去改
            </button>
            <button type="button" className="button primary" disabled={busy} onClick={begin}>
              仍要导出
            </button>
          </>
        ) : (
          <>
            <span className="grow t3">同名的文件不会被盖掉</span>
            <button type="button" className="button" onClick={closeDialog}>
              取消
            </button>
            <button type="button" className="button primary" disabled={busy || kinds.size === 0} onClick={begin}>
              选文件夹并导出…
            </button>
          </>
        )
      }
    >
      {asked ? (
        <p role="alert">
          <b>仍要导出？</b>
          <br />
          校验发现 {errors} 处错误。导出不改动报告，错误会照原样留在导出的文件里。
        </p>
      ) : (
        <fieldset className="export-kinds">
          <legend className="unseen">导出哪些文件</legend>
          {ExportKind.options.map((kind, i) => (
            <label className="check" key={kind}>
              <input
                type="checkbox"
                checked={kinds.has(kind)}
                {...(i === 0 ? { "data-first": "" } : {})}
                onChange={(event) => setKinds(toggled(kinds, kind, event.target.checked))}
              />
              <span>
                <b>{KINDS[kind].name}</b> <span className="t2">{KINDS[kind].what}</span>
                <br />
                <span className="t3">
                  {name}.{kind}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {result && (
        <p className="fault" role="alert">
          {result.message}
        </p>
      )}
    </Modal>
  );
}

function toggled(kinds: ReadonlySet<ExportKind>, kind: ExportKind, on: boolean): ReadonlySet<ExportKind> {
  const next = new Set(kinds);
  if (on) next.add(kind);
  else next.delete(kind);
  return next;
}

function Done({ exported }: { readonly exported: Exported }) {
  return (
    <Modal
      title="已导出"
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button primary" data-first="" onClick={closeDialog}>
            知道了
          </button>
        </>
      }
    >
      <p>
        <span className="done">
          <Icon name="tick" small />
        </span>{" "}
        已写到文件夹“{exported.folder}”：
      </p>
      <ul className="exported">
        {exported.files.map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ul>
    </Modal>
  );
}
