/** A line that can be left empty, by what it is called; `wide` ones have a row for themselves. */
export interface FieldName<K extends string> {
  readonly key: K;
  readonly name: string;
  readonly wide?: boolean;
  readonly placeholder?: string;
}

interface FieldsProps<K extends string> {
  readonly fields: readonly FieldName<K>[];
  readonly values: Readonly<Record<K, string>>;
  readonly setValue: (key: K, value: string) => void;
}

const LONGEST = 200;

/** Lines to be filled in, two beside each other. The first takes the keyboard. */
export function Fields<K extends string>({ fields, values, setValue }: FieldsProps<K>) {
  return (
    <div className="fields">
      {fields.map(({ key, name, wide, placeholder }, i) => (
        <label className={wide ? "field wide" : "field"} key={key}>
          <span className="t2">{name}</span>
          <input
            className="input"
            value={values[key]}
            maxLength={LONGEST}
            autoComplete="off"
            {...(placeholder === undefined ? {} : { placeholder })}
            {...(i === 0 ? { "data-first": "" } : {})}
            onChange={(event) => setValue(key, event.target.value)}
          />
        </label>
      ))}
    </div>
  );
}

/** What was typed, without blanks around it; an empty line is `null`. */
export function typed(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
