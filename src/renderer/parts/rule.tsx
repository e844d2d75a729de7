import { Icon } from "./icon.tsx";

/** What a rule gives in place of a wrong number: `合计 11`. In a narrow cell the style sheet leaves the word out. */
export function Rule({ text }: { readonly text: string }) {
  const end = text.lastIndexOf(" ") + 1;
  return (
    <span className="rule">
      <Icon name="error" small />
      <span className="word">{text.slice(0, end)}</span>
      {text.slice(end)}
    </span>
  );
}
