/** What the narrowest column has room for, in halves of a Chinese character. */
const FITS = 4;

/**
 * A cell's text, cut with an ellipsis where it may be too wide for its column. Only there: what clips costs the browser
 * time in every frame, also in those of the text beside the table.
 */
export function Fitted({ text }: { readonly text: string }) {
  const width = text.replace(/[^ -~]/g, "  ").length;
  return width <= FITS ? text : <span className="cut">{text}</span>;
}
