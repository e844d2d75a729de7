import { type AnnexPlan, type AnnexTarget, guessTarget, planAnnex } from "../../core/grid/annex-plan.ts";
import { annexTables, type Copied, readAnnexTables } from "../../core/grid/annex-source.ts";
import type { TextBlock } from "../../core/grid/tsv.ts";
import { edit } from "../state/editing.ts";
import { storedReport } from "../state/screen.ts";
import { layBlock, selectFirst } from "./actions.ts";
import { chooseTable } from "./choose.ts";
import { openGrid } from "./now.ts";
import { type FoundAnnex, grid, say } from "./state.ts";

/**
 * Shows what of a clipboard goes where, when it holds an annex: of the table that is open, else of another one of the
 * form, which is opened then. `false` when it does not.
 */
export function offerAnnex(copied: Copied, block: TextBlock | null): boolean {
  const open = openGrid()?.table;
  const screen = storedReport();
  if (!open || !screen) return false;
  const found = [open, ...screen.form.tables.values()]
    .filter((table) => screen.report.tables.some(({ key }) => key === table.form.key))
    .map((table) => ({ table, tables: annexTables(copied, table) }))
    .find(({ tables }) => tables.length > 0);
  if (!found) return false;
  const { table, tables } = found;
  const reading = readAnnexTables(tables, table);
  const guess = guessTarget(reading, screen.report.year);
  // The dialog that asks for last year's annex gets it.
  const asked = grid.get().annex?.kind === "waiting";
  const target = table.previousOf.size === 0 ? "current" : asked ? "previous" : guess;
  const here = table === open;
  if (!here) chooseTable(table.form.key);
  grid.set({ annex: { kind: "found", reading, target, block: here ? block : null } });
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
