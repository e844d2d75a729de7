import { useState } from "react";

interface ForeignProps {
  /** The document as it came. It stays in the report untouched. */
  readonly raw: unknown;
  readonly onEditText: () => void;
}

/** Over a text whose document this program does not understand: what is safe, what can be done, and the document. */
export function ForeignNotice({ raw, onEditText }: ForeignProps) {
  const [open, setOpen] = useState(false);
  return (
    <aside className="foreign" role="status">
      <p>
        正文里有本程序不认识的内容（可能来自更新的版本），所以只能看，不能改；原内容一字不动地留着，导出和保存都不会丢。
        请用更新的程序打开，或只按文字编辑（原来的格式不再保留）。
      </p>
      <p>
        <button type="button" className="button small" onClick={onEditText}>
          只按文字编辑
        </button>
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "收起原内容" : "看原内容"}
        </button>
      </p>
      {open && <pre className="scroll">{JSON.stringify(raw, null, 2)}</pre>}
    </aside>
  );
}
