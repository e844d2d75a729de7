import { Modal } from "../parts/modal.tsx";
import { allForms } from "../state/forms.ts";
import { readyShelf, shown } from "../state/screen.ts";
import { useStore } from "../state/store.ts";

/** Which program this is, and what a helper on the telephone asks for. */
export function AboutDialog() {
  const version = useStore(shown, (value) => value.version);
  const folder = readyShelf()?.folder;
  return (
    <Modal title="关于年报通">
      <p>
        <b>年报通 {version}</b>
      </p>
      <p className="t2">编写和核对政府信息公开工作年度报告。全部内容只在本机处理，不连网络。</p>
      <h3>表式</h3>
      <ul>
        {allForms().map(({ id, file }) => (
          <li key={id}>{file.title}</li>
        ))}
      </ul>
      {folder && (
        <>
          <h3>报告存放在</h3>
          <p className="selectable">{folder}</p>
        </>
      )}
    </Modal>
  );
}
