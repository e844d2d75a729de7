import { Answer } from "./item-answer.tsx";
import type { Item } from "./items.ts";
import { alike, confirmed, confirmedAlike, faultOf } from "./model.ts";
import { standing } from "./source-pane.tsx";
import type { Reviewing } from "./use-review.ts";

interface ItemViewProps {
  readonly item: Item;
  readonly mark: number;
  /** `第 8 段`, where the source has a line for it. */
  readonly where: string;
  readonly reviewing: Reviewing;
}

const BARS = { low: 1, middle: 2, high: 3 } as const;
const NAMES = { low: "低", middle: "中", high: "高" } as const;

/** One uncertain thing: what was understood, where, how sure, and the clerk's answer. */
export function ItemView({ item, mark, where, reviewing }: ItemViewProps) {
  const { review, act } = reviewing;
  const look = standing(review, item.id);
  const fault = look === "now" ? faultOf(review, item) : null;
  const place = [item.place, where].filter((part) => part !== "").join("，");
  return (
    <li className={look} data-item={item.id} aria-current={look === "now"}>
      <em className="mark">{mark}</em>
      <div className="head">
        {/* The title takes the keyboard to an item that was passed over. */}
        <button type="button" className="title" onClick={() => act((now) => ({ ...now, current: item.id }))}>
          {item.title}
        </button>
        <span className="t3 small-text place cut">{place}</span>
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
      <Texts item={item} whole={look === "now"} />
      <div className="answer">
        <Answer item={item} reviewing={reviewing} />
        {look === "now" && <ConfirmAlike item={item} reviewing={reviewing} />}
        {look === "done" ? (
          <span className="t3 small-text confirmed">已核对</span>
        ) : (
          <button
            type="button"
            className={look === "now" ? "button small primary" : "button small"}
            data-confirm=""
            onClick={() => act((now) => confirmed(now, item.id))}
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

/** Dozens of cells of a PDF are all uncertain for one reason: who has compared them says so once. */
function ConfirmAlike({ item, reviewing: { review, act } }: Pick<ItemViewProps, "item" | "reviewing">) {
  const count = alike(review, item).length;
  if (count < 2) return null;
  return (
    <button
      type="button"
      className="button small"
      data-confirm-alike=""
      title="同一类的都照现在的样子确认，可以撤销"
      onClick={() => act((now) => confirmedAlike(now, item))}
    >
      同类 {count} 处都确认
    </button>
  );
}

const FEW = 3;
const FEW_BLANKS = 6;

/** What was read, or what the reader has to say of it: all of the item in work, the first of the others. */
function Texts({ item, whole }: { readonly item: Item; readonly whole: boolean }) {
  const { texts, blanks, heading } = item;
  if (heading) {
    return (
      <div className="says">
        <p className="named">
          <span className="t3 small-text">标题</span>
          <span className="kai cut">{heading.heading}</span>
        </p>
        <p className="named">
          <span className="t3 small-text">正文</span>
          <span className="cut">{heading.body}</span>
        </p>
      </div>
    );
  }
  if (blanks) {
    const some = whole ? blanks : blanks.slice(0, FEW_BLANKS);
    return (
      <p className="says">
        {some.map((label, i) => (
          // Labels have no identity but their order.
          <span className="blank" key={`${i} ${label}`}>
            {label} <span className="empty">空</span>
          </span>
        ))}
        {some.length < blanks.length && <span className="t3">还有 {blanks.length - some.length} 个</span>}
      </p>
    );
  }
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
