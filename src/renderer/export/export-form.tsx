import { type ExportFolder, ExportKind } from "../../contract/reports.ts";
import { namePattern } from "../../core/report/name.ts";
import type { Report } from "../../core/report/report.ts";
import type { Draft } from "./use-export.ts";

const KINDS: Readonly<Record<ExportKind, { readonly name: string; readonly what: string }>> = {
  docx: { name: "Word", what: "正文和附件，公文格式，报送用" },
  xlsx: { name: "Excel", what: "统计表，按附件的样子" },
  json: { name: "报告数据", what: "全部内容，给年报通再读" },
};

interface ExportFormProps {
  readonly draft: Draft;
  readonly setDraft: (draft: Draft) => void;
  /** The name that the unit's files have by themselves. */
  readonly given: string;
  /** The files to be written. */
  readonly names: readonly string[];
  readonly folder: ExportFolder | null;
  /** Those that are in the folder already. */
  readonly taken: readonly string[];
  readonly errors: number;
  readonly report: Report;
  readonly choose: () => Promise<unknown>;
}

/** What to write, what to call it, where to put it, and what to do about files of the same name. */
export function ExportForm(props: ExportFormProps) {
  const { draft, setDraft, errors, names, folder, taken, choose } = props;
  return (
    <>
      <fieldset className="export-kinds">
        <legend className="unseen">导出哪些文件</legend>
        {ExportKind.options.map((kind, i) => (
          <Choice
            key={kind}
            first={i === 0}
            on={draft.kinds.has(kind)}
            name={KINDS[kind].name}
            what={KINDS[kind].what}
            onChange={(on) => setDraft({ ...draft, kinds: toggled(draft.kinds, kind, on) })}
          />
        ))}
        <Choice
          on={draft.record}
          name="校验记录"
          what={errors > 0 ? `写明还有 ${errors} 处错误没有改，以及各条理由` : "写明校验的结果和各条理由"}
          onChange={(record) => setDraft({ ...draft, record })}
        />
      </fieldset>
      <NameField {...props} />
      <ul className="export-names t3" aria-label="要写的文件">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <div className="export-folder">
        <span className="t2">文件夹</span>
        <b className="cut">{folder?.name ?? "还没有选"}</b>
        {folder && (
          <button type="button" className="link" onClick={() => void choose()}>
            换一个…
          </button>
        )}
      </div>
      {taken.length > 0 && <Taken taken={taken} draft={draft} setDraft={setDraft} />}
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly what: string;
  readonly on: boolean;
  readonly first?: boolean;
  readonly onChange: (on: boolean) => void;
}

function Choice({ name, what, on, first = false, onChange }: ChoiceProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={on}
        {...(first ? { "data-first": "" } : {})}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <b>{name}</b> <span className="t2">{what}</span>
      </span>
    </label>
  );
}

/** The name of all files. One that the clerk has made can be the way in which later files are named. */
function NameField({ draft, setDraft, given, report }: ExportFormProps) {
  const own = draft.name !== given && namePattern(draft.name, report) !== null;
  return (
    <>
      <label className="field">
        <span className="t2">文件名</span>
        <input
          className="input"
          maxLength={80}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
      </label>
      {own && (
        <label className="check alike">
          <input
            type="checkbox"
            checked={draft.alike}
            onChange={(event) => setDraft({ ...draft, alike: event.target.checked })}
          />
          <span>以后都照这个样子起名，单位和年度自动换</span>
        </label>
      )}
    </>
  );
}

interface TakenProps extends Pick<ExportFormProps, "taken" | "draft" | "setDraft"> {}

/** Nothing is overwritten unasked. */
function Taken({ taken, draft, setDraft }: TakenProps) {
  return (
    <fieldset className="taken">
      <legend>文件夹里已经有 {taken.length} 个同名文件</legend>
      <label className="radio">
        <input
          type="radio"
          name="taken"
          checked={!draft.replace}
          onChange={() => setDraft({ ...draft, replace: false })}
        />
        都留着，新的名字后面加（2）
      </label>
      <label className="radio">
        <input
          type="radio"
          name="taken"
          checked={draft.replace}
          onChange={() => setDraft({ ...draft, replace: true })}
        />
        用新的换掉
      </label>
    </fieldset>
  );
}

function toggled(kinds: ReadonlySet<ExportKind>, kind: ExportKind, on: boolean): ReadonlySet<ExportKind> {
  const next = new Set(kinds);
  if (on) next.add(kind);
  else next.delete(kind);
  return next;
}
