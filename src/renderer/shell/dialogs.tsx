import type { ReactNode } from "react";
import { DetailsDialog } from "../details/details-dialog.tsx";
import { NewDialog } from "../details/new-dialog.tsx";
import { OfficeDialog } from "../details/office-dialog.tsx";
import { ExportDialog } from "../export/export-dialog.tsx";
import { UnsavedDialog } from "../export/unsaved-dialog.tsx";
import { VersionDialog } from "../export/version-dialog.tsx";
import { ReasonDialog } from "../findings/reason-dialog.tsx";
import { LocalRowDialog } from "../grid/local-row-dialog.tsx";
import { RecordDialog } from "../record/record-dialog.tsx";
import { LeaveDialog } from "../review/leave-dialog.tsx";
import { useStore } from "../state/store.ts";
import { type Dialog, ui } from "../state/ui.ts";
import { AboutDialog } from "./about-dialog.tsx";
import { KeysDialog } from "./keys-dialog.tsx";

const DIALOGS: Readonly<Record<Dialog, () => ReactNode>> = {
  keys: KeysDialog,
  about: AboutDialog,
  export: ExportDialog,
  version: VersionDialog,
  unsaved: UnsavedDialog,
  office: OfficeDialog,
  new: NewDialog,
  "local-row": LocalRowDialog,
  details: DetailsDialog,
  leave: LeaveDialog,
  reason: ReasonDialog,
  record: RecordDialog,
};

/** The dialog that is open, if any. */
export function Dialogs() {
  const name = useStore(ui, (value) => value.dialog);
  if (name === null) return null;
  const Shown = DIALOGS[name];
  return <Shown key={name} />;
}
