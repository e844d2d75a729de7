import { useState } from "react";
import { answerKind, formerReason } from "../../core/checks/reasons.ts";
import { closeDialog, Modal } from "../parts/modal.tsx";
import { WithNumbers } from "../parts/numbers.tsx";
import { SeverityIcon } from "../parts/severity.tsx";
import { answerNotice, currentNotice } from "../state/findings.ts";
import { focusPane } from "../state/jump.ts";
import { type ReportScreen, shown } from "../state/screen.ts";
import { rememberSigner } from "../state/signer.ts";
import { useStore } from "../state/store.ts";
import { ui } from "../state/ui.ts";
import type { Notice } from "../view/notices.ts";

/** Asks why the current finding is left as it is, and who says so. */
export function ReasonDialog() {
  const screen = useStore(shown, (value) => value.screen);
  const [notice] = useState(currentNotice);
  return screen.kind === "report" && notice ? <Dialog screen={screen} notice={notice} /> : null;
}

const WORDS = {
  lifted: {
    title: "写明理由",
    prompt: "为什么这样填是对的",
    example: "比如：一件答复同时涉及两种情形",
    act: "保留，记入校验记录",
  },
  ignored: {
    title: "忽略这一条",
    prompt: "为什么可以忽略",
    example: "比如：已核实，数量属实",
    act: "忽略，记入校验记录",
  },
} as const;

function Dialog({ screen, notice }: { readonly screen: ReportScreen; readonly notice: Notice }) {
  const { finding } = notice;
  const { report } = screen;
  const [text, setText] = useState(finding ? (formerReason(finding, report.reasons ?? [])?.text ?? "") : "");
  const [by, setBy] = useState(ui.get().signer ?? report.annex.filler ?? "");
  const kind = finding && answerKind(finding);
  if (!kind) return null;
  const words = WORDS[kind];
  const complete = text.trim() !== "" && by.trim() !== "";
  const write = () => {
    if (!complete) return;
    rememberSigner(by.trim());
    closeDialog();
    answerNotice(notice, text, by);
    focusPane("findings");
  };
  return (
    <Modal
      title={words.title}
      onSubmit={write}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={closeDialog}>
            取消
          </button>
          <button type="submit" className="button primary" disabled={!complete}>
            {words.act}
          </button>
        </>
      }
    >
      <p className="about">
        <SeverityIcon level={notice.severity} />
        <span>
          <span className="t2">{notice.place}</span> <WithNumbers text={notice.text} numbers={notice.numbers} />
        </span>
      </p>
      <label className="field">
        <span className="t2">{words.prompt}</span>
        <textarea
          className="input"
          data-first=""
          rows={3}
          maxLength={500}
          placeholder={words.example}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !event.ctrlKey || event.nativeEvent.isComposing) return;
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </label>
      <label className="field">
        <span className="t2">谁写的</span>
        <input className="input" maxLength={40} value={by} onChange={(event) => setBy(event.target.value)} />
      </label>
      <p className="t3 small-text">相关的数以后改了，这一条会重新出现。随时可以收回理由。</p>
    </Modal>
  );
}
