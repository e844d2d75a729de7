import { useState } from "react";
import { closeDialog, Modal } from "../parts/modal.tsx";
import { decide } from "../state/leaving.ts";
import { flushSaves, saving } from "../state/saving.ts";
import { useStore } from "../state/store.ts";

/** The window is to be closed, and the last changes are not on the disk. */
export function UnsavedDialog() {
  const state = useStore(saving, (value) => value.state);
  const [busy, setBusy] = useState(false);
  const leave = async (yes: boolean) => {
    closeDialog();
    await decide(yes);
  };
  const again = async () => {
    setBusy(true);
    if (await flushSaves()) await leave(true);
    setBusy(false);
  };
  return (
    <Modal
      title="最后的改动还没有保存"
      onLeave={() => void leave(false)}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={() => void leave(true)}>
            仍要关闭
          </button>
          <button type="button" className="button" onClick={() => void leave(false)}>
            先不关闭
          </button>
          <button type="button" className="button primary" data-first="" disabled={busy} onClick={() => void again()}>
            再保存一次
          </button>
        </>
      }
    >
      <p role="alert">
        {state?.kind === "unsaved" ? state.error.message : "还没有保存完。"}
        <br />
        <span className="t2">以前保存的都还在。现在关闭，只会丢掉还没有保存的改动。</span>
      </p>
    </Modal>
  );
}
