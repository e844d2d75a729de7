/** What stands in a slot. `ABSENT`: the row is not in the report at all, a local row that this office does not have. */
export const ABSENT = 0;
export const BLANK = 1;
export const NA = 2;
export const NUMBER = 3;

export type SlotState = typeof ABSENT | typeof BLANK | typeof NA | typeof NUMBER;
