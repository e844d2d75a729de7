import { useState } from "react";
import { call } from "../bridge.ts";
import { closeDialog, Modal } from "../parts/modal.tsx";
import { flushSaves } from "../state/saving.ts";
import { shown, storedReport } from "../state/screen.ts";

/** Gives the report as it is now a name, so that it can be found again. */
export function VersionDialog() {
  const [name, setName] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const keep = async () => {
    if (name.trim() === "") return;
    const report = storedReport();
    if (!report) return closeDialog();
    if (!(await flushSaves())) return setFault("现在的内容还没有保存，不能起名。请看状态栏里的原因。");
    const answer = await call["report:name-version"]({ id: report.source.id, name: name.trim() });
    if (!answer.ok) return setFault(answer.error.message);
    closeDialog();
    const { screen } = shown.get();
    if (screen.kind === "report") shown.set({ screen: { ...screen, versions: answer.value } });
  };
  return (
    <Modal
      title="保存版本"
      onSubmit={() => void keep()}
      footer={
        <>
          <span className="grow t3">以后可以找回这一版</span>
          <button type="button" className="button" onClick={closeDialog}>
            取消
          </button>
          <button type="submit" className="button primary" disabled={name.trim() === ""}>
            保存这一版
          </button>
        </>
      }
    >
      <label className="field">
        <span className="t2">给这一版起个名</span>
        <input
          className="input"
          data-first=""
          maxLength={80}
          placeholder="比如：给主任看的稿"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </Modal>
  );
}
