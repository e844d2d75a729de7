import { type AnnexPlan, type AnnexTarget, guessTarget, planAnnex } from "../../core/grid/annex-plan.ts";
import { annexTables, type Copied, readAnnexTables } from "../../core/grid/annex-source.ts";
import type { TextBlock } from "../../core/grid/tsv.ts";
import { edit } from "../state/editing.ts";
import { storedReport } from "../state/screen.ts";
import { layBlock, selectFirst } from "./actions.ts";
import { openGrid } from "./now.ts";
import { type FoundAnnex, grid, say } from "./state.ts";

/** Shows what of a clipboard goes where, when it holds an annex. `false` when it does not. */
export function offerAnnex(copied: Copied, block: TextBlock | null): boolean {
  const table = openGrid()?.table;
  const report = storedReport()?.report;
  const tables = table ? annexTables(copied, table) : [];
  if (!table || !report || tables.length === 0) return false;
  const reading = readAnnexTables(tables, table);
  const guess = guessTarget(reading, report.year);
  // The dialog that asks for last year's annex gets it.
  const asked = grid.get().annex?.kind === "waiting";
  const target = table.previousOf.size === 0 ? "current" : asked ? "previous" : guess;
  grid.set({ annex: { kind: "found", reading, target, block } });
  return true;
}

/** Asks for last year's annex. */
export function askForAnnex(): void {
  selectFirst();
  grid.set({ annex: { kind: "waiting" } });
}

export function leaveAnnex(): void {
  grid.set({ annex: null });
}

/** What of a pasted annex goes where in the open report. */
export function planOf({ reading }: FoundAnnex, target: AnnexTarget): AnnexPlan | null {
  const now = openGrid();
  const own = storedReport()?.report.tables.find(({ key }) => key === now?.table.form.key)?.cells;
  if (!now || !own) return null;
  const cellAt = (row: string, column: string) => now.byId.get(row)?.cells.get(column);
  return planAnnex(reading, { table: now.table, cellAt }, own, target);
}

/** Lays it in, as one step of undo. */
export function takeAnnex({ lines }: AnnexPlan): void {
  const table = openGrid()?.table.form.key;
  const changes = lines.flatMap(({ change }) => change ?? []);
  leaveAnnex();
  if (table === undefined || changes.length === 0) return;
  edit({ kind: "cells", table, changes });
  const doubtful = lines.filter(({ change, doubt }) => change && doubt !== null).length;
  say(`${changes.length} 格已放进表里，可以撤销。${doubtful > 0 ? `其中 ${doubtful} 格请核对。` : ""}`);
}

/** The clerk wants it cell by cell all the same. */
export function takeAsBlock({ block }: FoundAnnex): void {
  leaveAnnex();
  if (block) layBlock(block);
}
