import { formAfter } from "../../core/carry/next-year.ts";
import { type Form, servesYear } from "../../core/form/form.ts";
import { yearsName } from "../../core/form/years.ts";
import { allForms } from "../state/forms.ts";

interface FormChoiceProps {
  /** The file's own form. */
  readonly form: Form;
  readonly year: number;
  readonly stay: boolean;
  readonly setStay: (stay: boolean) => void;
}

/** Where the year is none of the form's: says so, and offers the form of that year. */
export function FormChoice({ form, year, stay, setStay }: FormChoiceProps) {
  if (servesYear(form, year)) return null;
  const other = formAfter(allForms(), form, year);
  const offered = other.id !== form.id;
  return (
    <fieldset className="form-choice" data-form-choice="">
      <legend>
        {year} 年度不用原来的表样（{yearsName(form)}）
      </legend>
      {offered && (
        <label className="radio" title={other.file.title}>
          <input type="radio" name="form" checked={!stay} onChange={() => setStay(false)} />
          换用 {yearsName(other)}的表样
        </label>
      )}
      <label className="radio">
        <input type="radio" name="form" checked={stay || !offered} onChange={() => setStay(true)} />
        留在原来的表样，会有提醒
      </label>
    </fieldset>
  );
}
