import type { Level } from "../../core/report/report.ts";
import { LEVEL_NAMES } from "../view/notices.ts";
import { Icon } from "./icon.tsx";

/** The sign of a severity, colour and shape, with its name for screen readers. */
export function SeverityIcon({ level }: { readonly level: Level }) {
  return (
    <span className={`severity ${level}`} role="img" aria-label={LEVEL_NAMES[level]}>
      <Icon name={level} />
    </span>
  );
}

/** A severity with how often it occurs. */
export function SeverityCount({ level, count }: { readonly level: Level; readonly count: number }) {
  return (
    <span className={`severity ${level}`} title={`${LEVEL_NAMES[level]} ${count} 处`}>
      <Icon name={level} small />
      <span className="unseen">{LEVEL_NAMES[level]}</span>
      {count}
    </span>
  );
}
