import type { Item } from "./items.ts";
import { answered, confirmed, faultOf, type Review, type Word } from "./model.ts";
import { standing } from "./source-pane.tsx";

interface ItemViewProps {
  readonly item: Item;
  readonly mark: number;
  readonly review: Review;
  readonly setReview: (change: (now: Review) => Review) => void;
}

const BARS = { low: 1, middle: 2, high: 3 } as const;
const NAMES = { low: "低", middle: "中", high: "高" } as const;

/** One uncertain thing: what was understood, where, how sure, and the clerk's answer. */
export function ItemView({ item, mark, review, setReview }: ItemViewProps) {
  const look = standing(review, item.id);
  const word = review.words[item.id];
  const fault = look === "now" ? faultOf(review, item) : null;
  const here = () => setReview((now) => ({ ...now, current: item.id }));
  return (
    <li className={look} data-item={item.id} aria-current={look === "now"}>
      <em className="mark">{mark}</em>
      <div className="head">
        {/* The title takes the keyboard to an item that was passed over. */}
        <button type="button" className="title" onClick={here}>
          {item.title}
        </button>
        <span className="t3 small-text place">{item.place}</span>
        <span className="grow" />
        <span className="certainty">
          把握 {NAMES[item.certainty]}
          <span className="bars" aria-hidden="true">
            {[1, 2, 3].map((n) => (
              <i key={n} className={n <= BARS[item.certainty] ? "on" : ""} />
            ))}
          </span>
        </span>
      </div>
      <Texts texts={item.texts} whole={look === "now"} />
      <div className="answer">
        {word && <Answer item={item} word={word} setReview={setReview} />}
        <span className="grow" />
        {look === "done" ? (
          <span className="t3 small-text">已核对</span>
        ) : (
          <button
            type="button"
            className={look === "now" ? "button small primary" : "button small"}
            onClick={() => setReview((now) => confirmed(now, item.id))}
          >
            {look === "now" ? "确认，下一处" : "确认"}
          </button>
        )}
      </div>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </li>
  );
}

const FEW = 3;

function Texts({ texts, whole }: { readonly texts: readonly string[]; readonly whole: boolean }) {
  const some = whole ? texts : texts.slice(0, FEW);
  return (
    <div className="says">
      {some.map((text, i) => (
        <p key={`${i} ${text}`} className={whole ? "" : "cut"}>
          {text}
        </p>
      ))}
      {some.length < texts.length && <p className="t3">还有 {texts.length - some.length} 处</p>}
    </div>
  );
}

interface AnswerProps {
  readonly item: Item;
  readonly word: Word;
  readonly setReview: (change: (now: Review) => Review) => void;
}

function Answer({ item, word, setReview }: AnswerProps) {
  const { answering, id } = item;
  if (!answering) return null;
  if (answering.kind === "field") {
    return (
      <label className="field">
        <span className="t2">{answering.label}</span>
        <input
          className="input small"
          value={word.text}
          autoComplete="off"
          onFocus={() => setReview((now) => ({ ...now, current: id }))}
          onChange={(event) => {
            const text = event.target.value;
            setReview((now) => answered(now, id, { text }));
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.nativeEvent.isComposing) setReview((now) => confirmed(now, id));
          }}
        />
      </label>
    );
  }
  return (
    <fieldset className="choices">
      <legend className="unseen">{item.title}</legend>
      {answering.choices.map(({ label }, i) => (
        <label className="radio" key={label}>
          <input
            type="radio"
            name={`answer ${id}`}
            checked={word.choice === i}
            onChange={() => setReview((now) => answered(now, id, { choice: i }))}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
