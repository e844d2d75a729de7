import type { Field } from "./answering.ts";
import { type Item, labelOf } from "./items.ts";
import { answered, cellKey, chosen, confirmed, corrected, textOfCell } from "./model.ts";
import type { Reviewing } from "./use-review.ts";

interface AnswerProps {
  readonly item: Item;
  readonly reviewing: Reviewing;
}

/** More answers than this are a list to choose from. */
const FEW = 3;

/** The answers to an item, and what has to be typed for the one chosen. */
export function Answer({ item, reviewing }: AnswerProps) {
  const choice = chosen(reviewing.review, item);
  if (!choice) return <span className="grow" />;
  return (
    <div className="grow">
      {item.choices.length > FEW ? (
        <ChoiceList item={item} reviewing={reviewing} />
      ) : (
        item.choices.length > 1 && <ChoiceRadios item={item} reviewing={reviewing} />
      )}
      {choice.field && <TextField item={item} field={choice.field} reviewing={reviewing} />}
      {choice.cells && <CellFields item={item} reviewing={reviewing} />}
    </div>
  );
}

function ChoiceRadios({ item, reviewing: { review, act } }: AnswerProps) {
  return (
    <fieldset className="choices">
      <legend className="unseen">{item.title}</legend>
      {item.choices.map(({ label }, i) => (
        <label className="radio" key={label}>
          <input
            type="radio"
            name={`answer ${item.id}`}
            checked={review.words[item.id]?.choice === i}
            onChange={() => act((now) => answered(now, item.id, { choice: i }))}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function ChoiceList({ item, reviewing: { review, act } }: AnswerProps) {
  return (
    <select
      className="input small"
      aria-label={item.title}
      value={review.words[item.id]?.choice ?? 0}
      onChange={(event) => act((now) => answered(now, item.id, { choice: Number(event.target.value) }))}
    >
      {item.choices.map(({ label }, i) => (
        <option key={label} value={i}>
          {label}
        </option>
      ))}
    </select>
  );
}

function TextField({ item, field, reviewing: { review, act } }: AnswerProps & { readonly field: Field }) {
  return (
    <label className="field">
      <span className="t2">{field.label}</span>
      <input
        type="text"
        className="input small"
        value={review.words[item.id]?.text ?? ""}
        autoComplete="off"
        onChange={(event) => {
          const text = event.target.value;
          act((now) => answered(now, item.id, { text }), `text ${item.id}`);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) act((now) => confirmed(now, item.id));
        }}
      />
    </label>
  );
}

/** The value of each cell that the item is about; only one needs no name of its own. */
function CellFields({ item, reviewing: { review, act } }: AnswerProps) {
  const places = chosen(review, item)?.cells ?? [];
  return (
    <div className="cell-fields">
      {places.map((place) => (
        <label className="field" key={cellKey(place)}>
          <span className="t2 cut">{places.length === 1 ? "读作" : labelOf(place, review.report)}</span>
          <input
            type="text"
            className="input small number"
            value={textOfCell(review, place)}
            autoComplete="off"
            onChange={(event) => {
              const text = event.target.value;
              act((now) => corrected({ ...now, current: item.id }, place, text), `cell ${cellKey(place)}`);
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !event.nativeEvent.isComposing) act((now) => confirmed(now, item.id));
            }}
          />
        </label>
      ))}
    </div>
  );
}
