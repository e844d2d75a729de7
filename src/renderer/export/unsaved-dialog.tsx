import { useState } from "react";
import { Modal } from "../parts/modal.tsx";
import { answerLeaving } from "../state/leaving.ts";
import { flushSaves, saving } from "../state/saving.ts";
import { useStore } from "../state/store.ts";

/** The clerk wants to leave the report or the program, and the last changes are not on the disk. */
export function UnsavedDialog() {
  const state = useStore(saving, (value) => value.state);
  const [busy, setBusy] = useState(false);
  const again = async () => {
    setBusy(true);
    if (await flushSaves()) answerLeaving(true);
    setBusy(false);
  };
  return (
    <Modal
      title="最后的改动还没有保存"
      onLeave={() => answerLeaving(false)}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={() => answerLeaving(true)}>
            仍要离开
          </button>
          <button type="button" className="button" onClick={() => answerLeaving(false)}>
            先不离开
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
        <span className="t2">以前保存的都还在。现在离开，只会丢掉还没有保存的改动。</span>
      </p>
    </Modal>
  );
}
