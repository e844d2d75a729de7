import { useState } from "react";
import type { Exported } from "../../contract/reports.ts";
import { call } from "../bridge.ts";
import { Icon } from "../parts/icon.tsx";
import { closeDialog, Modal } from "../parts/modal.tsx";

interface ExportDoneProps {
  readonly exported: Exported;
  /** What did not go well beside the files. */
  readonly fault: string | null;
}

/** What lies in the folder now, and the way there. */
export function ExportDone({ exported, fault }: ExportDoneProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const show = async () => {
    const answer = await call["export:show"]({ id: exported.id });
    if (!answer.ok) setFailed(answer.error.message);
  };
  const sentence = fault ?? failed;
  return (
    <Modal
      title="已导出"
      onSubmit={closeDialog}
      footer={
        <>
          <button type="button" className="button" onClick={() => void show()}>
            <Icon name="open" />
            打开文件夹
          </button>
          <span className="grow" />
          <button type="submit" className="button primary" data-first="">
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
      {sentence && (
        <p className="fault" role="alert">
          {sentence}
        </p>
      )}
    </Modal>
  );
}
