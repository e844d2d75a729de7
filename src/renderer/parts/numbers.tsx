import { Fragment } from "react";

/** A sentence with the two numbers that it compares in bold. */
export function WithNumbers({ text, numbers }: { readonly text: string; readonly numbers: readonly string[] }) {
  return splitAt(text, numbers).map((part, index) => (
    // Parts have no identity of their own: their place in the sentence is it.
    <Fragment key={`${index}:${part}`}>{index % 2 === 1 ? <b>{part}</b> : part}</Fragment>
  ));
}

/** Text and numbers in turn, beginning with text. A number counts only where no digit touches it. */
export function splitAt(text: string, numbers: readonly string[]): string[] {
  const wanted = numbers.filter((number) => /^-?[\d.]+$/.test(number)).map((number) => number.replaceAll(".", "\\."));
  if (wanted.length === 0) return [text];
  return text.split(new RegExp(`(?<![\\d.])(${[...new Set(wanted)].join("|")})(?![\\d.]*\\d)`));
}
