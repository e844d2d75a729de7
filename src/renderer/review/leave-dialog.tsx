import { Modal } from "../parts/modal.tsx";
import { answerLeaving } from "../state/leaving.ts";

/** The review is left with answers in it that are nowhere else. */
export function LeaveDialog() {
  return (
    <Modal
      title="核对还没有做完"
      onLeave={() => answerLeaving(false)}
      onSubmit={() => answerLeaving(false)}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={() => answerLeaving(true)}>
            不放进报告，离开
          </button>
          <button type="submit" className="button primary" data-first="">
            接着核对
          </button>
        </>
      }
    >
      <p role="alert">
        现在离开，已经核对的要重新核对一遍。
        <br />
        <span className="t2">原文件没有改动，以前的报告也没有改动。</span>
      </p>
    </Modal>
  );
}
