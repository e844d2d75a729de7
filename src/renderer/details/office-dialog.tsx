import { useEffect, useState } from "react";
import { OFFICE_FIELDS, type Office, officeOf } from "../../core/report/office.ts";
import { call } from "../bridge.ts";
import { Fields, typed } from "../parts/fields.tsx";
import { closeDialog, Modal } from "../parts/modal.tsx";
import { readyShelf } from "../state/screen.ts";
import { saveOffice } from "../state/shelf.ts";
import { PEOPLE } from "./fields.ts";

type Texts = Readonly<Record<keyof Office, string>>;

const FIELDS = [{ key: "unit", name: "单位名称", wide: true, placeholder: "比如：示范街道" } as const, ...PEOPLE];

/** The office's particulars: for new reports, and where a file that is put in leaves them out. */
export function OfficeDialog() {
  const [texts, setTexts] = useState<Texts>(() => textsOf(readyShelf()?.office ?? null));
  const [guessed, setGuessed] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    void officeOfLast().then((office) => {
      if (!here || office === null) return;
      setTexts(textsOf(office));
      setGuessed(true);
    });
    return () => {
      here = false;
    };
  }, []);
  const keep = async () => {
    const failed = await saveOffice(officeFrom(texts));
    if (failed === null) closeDialog();
    else setFault(failed);
  };
  return (
    <Modal
      title="单位信息"
      onSubmit={() => void keep()}
      footer={
        <>
          <span className="grow t3">以前的报告不改动</span>
          <button type="button" className="button" onClick={closeDialog}>
            取消
          </button>
          <button type="submit" className="button primary">
            保存
          </button>
        </>
      }
    >
      <Fields fields={FIELDS} values={texts} setValue={(key, value) => setTexts({ ...texts, [key]: value })} />
      <p className="t2">
        {guessed && "这些是照最近一份报告填的，请核对。"}
        新建报告时填进附件；从文件开始时，只补文件里空着的。不知道的可以空着。
      </p>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </Modal>
  );
}

function textsOf(office: Office | null): Texts {
  const { unit, head, reviewer, filler, phone } = office ?? {};
  return { unit: unit ?? "", head: head ?? "", reviewer: reviewer ?? "", filler: filler ?? "", phone: phone ?? "" };
}

function officeFrom(texts: Texts): Office {
  const [unit, head, reviewer, filler, phone] = OFFICE_FIELDS.map((field) => typed(texts[field]));
  return {
    unit: unit ?? null,
    head: head ?? null,
    reviewer: reviewer ?? null,
    filler: filler ?? null,
    phone: phone ?? null,
  };
}

/** What the report written last says, where the clerk has not filled in anything yet. */
async function officeOfLast(): Promise<Office | null> {
  const shelf = readyShelf();
  if (shelf === null || shelf.office !== null) return null;
  const [last] = [...shelf.reports].sort((a, b) => b.changedAt.localeCompare(a.changedAt));
  if (!last) return null;
  const opened = await call["report:open"]({ id: last.id });
  return opened.ok && opened.value.kind === "sound" ? officeOf(opened.value.report) : null;
}
