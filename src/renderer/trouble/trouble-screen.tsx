import { useEffect, useRef, useState } from "react";
import type { Shelf, Snapshot, Trouble } from "../../contract/reports.ts";
import { call } from "../bridge.ts";
import { exactly, moment } from "../home/moment.ts";
import { Icon } from "../parts/icon.tsx";
import { mend } from "../state/shelf.ts";

type TroubleShelf = Extract<Shelf, { kind: "trouble" }>;

type Way = "retry" | "restore" | "move" | "folder" | "begin" | "quit";

/** Which ways on there are, the likeliest first. */
const WAYS: Readonly<Record<Trouble, readonly Way[]>> = {
  damaged: ["restore", "folder", "quit"],
  locked: ["retry", "folder", "quit"],
  "read-only": ["move", "retry", "folder", "quit"],
  newer: ["folder", "quit"],
  missing: ["retry", "folder", "restore", "begin"],
  full: ["retry", "move", "folder", "quit"],
  failed: ["retry", "restore", "folder", "quit"],
};

/** The database cannot be used: what happened, what is safe, and what can be done. */
export function TroubleScreen({ shelf }: { readonly shelf: TroubleShelf }) {
  const { trouble, title, message, folder, snapshots } = shelf;
  const [busy, setBusy] = useState(false);
  const [copy, setCopy] = useState(snapshots[0]);
  const ways = useRef<HTMLDivElement>(null);
  // Another answer is another screen: the keyboard begins again at the likeliest way.
  useEffect(() => {
    if (message !== "" && !busy) ways.current?.querySelector("button")?.focus();
  }, [message, busy]);
  const run = async (step: ReturnType<typeof takeWay>) => {
    if (!step) return;
    setBusy(true);
    await mend(step);
    setBusy(false);
  };
  const shown = WAYS[trouble].filter((way) => way !== "restore" || copy !== undefined);
  return (
    <>
      <main className="fill">
        <section className="centre" role="alert">
          <span className="severity error">
            <Icon name="error" />
          </span>
          <h1>{title}</h1>
          <p>{message}</p>
          {shown.includes("restore") && (
            <Copies snapshots={snapshots} copy={copy} choose={setCopy} aside={trouble !== "missing"} />
          )}
          <div className="pair" ref={ways}>
            {shown.map((way, i) => (
              <button
                type="button"
                key={way}
                className={i === 0 ? "button primary" : "button"}
                disabled={busy}
                onClick={() => void run(takeWay(way, copy))}
              >
                {nameOf(way, copy)}
              </button>
            ))}
          </div>
        </section>
      </main>
      <footer className="status-bar">
        <span className="cut">{folder === "" ? "" : `存放报告的文件夹：${folder}`}</span>
        <span className="grow" />
        <span>不连网络</span>
      </footer>
    </>
  );
}

function nameOf(way: Way, copy: Snapshot | undefined): string {
  switch (way) {
    case "retry":
      return "再试一次";
    case "restore":
      return copy ? `用 ${moment(copy.at, new Date())} 的备份恢复` : "";
    case "move":
      return "复制到别的文件夹接着写…";
    case "folder":
      return "打开别的文件夹…";
    case "begin":
      return "从空白开始";
    case "quit":
      return "退出";
  }
}

/** `null` for a way that leaves the screen by itself. */
function takeWay(way: Way, copy: Snapshot | undefined): ReturnType<(typeof call)["shelf:choose-folder"]> | null {
  switch (way) {
    case "retry":
      return call["shelf:retry"](undefined);
    case "restore":
      return copy ? call["shelf:restore"]({ snapshot: copy.id }) : null;
    case "move":
      return call["shelf:move"](undefined);
    case "folder":
      return call["shelf:choose-folder"](undefined);
    case "begin":
      return call["shelf:begin-new"](undefined);
    case "quit":
      void call["window:close"](undefined);
      return null;
  }
}

interface CopiesProps {
  readonly snapshots: readonly Snapshot[];
  readonly copy: Snapshot | undefined;
  readonly choose: (copy: Snapshot | undefined) => void;
  /** There is a file that the copy takes the place of. */
  readonly aside: boolean;
}

/** From which copy to restore: the newest, unless another one is chosen. */
function Copies({ snapshots, copy, choose, aside }: CopiesProps) {
  return (
    <label className="t2 copies">
      备份
      <select
        className="input"
        value={copy?.id}
        onChange={(event) => choose(snapshots.find(({ id }) => id === event.target.value))}
      >
        {snapshots.map(({ id, at }) => (
          <option key={id} value={id}>
            {exactly(at)}
          </option>
        ))}
      </select>
      共 {snapshots.length} 份，每份都核对过{aside && "；恢复时，现在的文件另外留着"}
    </label>
  );
}
