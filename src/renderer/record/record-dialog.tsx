import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { Exported } from "../../contract/reports.ts";
import { recordPaper } from "../../core/record/paper.ts";
import { checkRecord } from "../../core/record/record.ts";
import { reportFileName } from "../../core/report/name.ts";
import { call } from "../bridge.ts";
import { closeDialog, Modal } from "../parts/modal.tsx";
import { type ReportScreen, shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";
import { RecordSheet } from "./record-sheet.tsx";

/** Through the system's print dialog; the style sheet leaves the record alone on the page. */
const print = () => window.print();

/** The check record of the open report: to be read, printed, or kept as a Word file. */
export function RecordDialog() {
  const screen = useStore(shown, (value) => value.screen);
  return screen.kind === "report" ? <Dialog screen={screen} /> : null;
}

function Dialog({ screen: { report, form } }: { readonly screen: ReportScreen }) {
  const program = useStore(shown, (value) => value.version);
  const [at] = useState(() => new Date().toISOString());
  const [kept, setKept] = useState<Exported | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const paper = recordPaper(checkRecord(report, form, { program, at, files: null }));

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key.toLowerCase() !== "p") return;
      event.preventDefault();
      print();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  const keep = async () => {
    setFault(null);
    const folder = await call["export:choose-folder"](undefined);
    if (!folder.ok || folder.value === null) return;
    const name = reportFileName(report, form, "政府信息公开工作年度报告");
    const input = { report, kinds: [], name, record: true, replace: false, pattern: null };
    const answer = await call["report:export"]({ ...input, folder: folder.value.id });
    if (answer.ok) setKept(answer.value);
    else setFault(answer.error.message);
  };
  return (
    <Modal
      title="校验记录"
      wide
      onSubmit={print}
      footer={
        <>
          <span className="grow">{kept && <Kept kept={kept} />}</span>
          {fault && (
            <span className="fault" role="alert">
              {fault}
            </span>
          )}
          <button type="button" className="button" onClick={closeDialog}>
            关闭
          </button>
          <button type="button" className="button" onClick={() => void keep()}>
            另存为 Word…
          </button>
          <button type="submit" className="button primary" data-first="" title="打印 Ctrl+P">
            打印…
          </button>
        </>
      }
    >
      <div className="record-canvas" role="region" aria-label="要打印的页" tabIndex={0}>
        <RecordSheet paper={paper} />
      </div>
      {createPortal(
        <div className="print-only" aria-hidden="true">
          <RecordSheet paper={paper} />
        </div>,
        document.body,
      )}
    </Modal>
  );
}

function Kept({ kept }: { readonly kept: Exported }) {
  return (
    <span role="status">
      已写到“{kept.folder}”：{kept.files.join("、")}{" "}
      <button type="button" className="link" onClick={() => void call["export:show"]({ id: kept.id })}>
        打开文件夹
      </button>
    </span>
  );
}
