/** Where the drawn rows of a table are. All rows are of one height, so that those not drawn have a place too. */
export interface RowLayout {
  /** Index of the first drawn row, and how many there are, drawn or not. */
  readonly first: number;
  readonly count: number;
  /** Upper edge of the first drawn row and the height of one, in pixels of the table. */
  readonly top: number;
  readonly height: number;
}

/** Reads the layout; `null` without rows. The body with the rows bears `data-first` and `data-count`. */
export function rowLayout(table: HTMLTableElement): RowLayout | null {
  const body = table.querySelector<HTMLElement>("tbody[data-first]");
  const drawn = body?.children.length ?? 0;
  if (!body || drawn === 0) return null;
  const { first, count } = body.dataset;
  return {
    first: Number(first),
    count: Number(count),
    top: body.offsetTop,
    height: body.getBoundingClientRect().height / drawn,
  };
}

/** The head cells of the value columns, in the columns' order; `data-head` has their index. */
export function columnHeads(table: HTMLTableElement): HTMLElement[] {
  const heads = [...(table.tHead?.querySelectorAll<HTMLElement>("[data-head]") ?? [])];
  return heads.sort((a, b) => Number(a.dataset["head"]) - Number(b.dataset["head"]));
}
