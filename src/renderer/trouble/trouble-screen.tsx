import { useEffect, useRef, useState } from "react";
import type { Shelf, Trouble } from "../../contract/reports.ts";
import { call } from "../bridge.ts";
import { HomeStatus } from "../home/home-status.tsx";
import { moment } from "../home/moment.ts";
import { Icon } from "../parts/icon.tsx";
import { mend } from "../state/shelf.ts";

const TITLES: Readonly<Record<Trouble, string>> = {
  damaged: "存放报告的文件坏了",
  locked: "存放报告的文件正被占用",
  "read-only": "存放报告的文件夹只能读",
  newer: "存放报告的文件是更新版本写的",
  missing: "找不到存放报告的文件",
  full: "磁盘满了",
  failed: "打不开存放报告的文件",
};

/** Which ways on there are, the likeliest first. */
const WAYS: Readonly<Record<Trouble, readonly Way[]>> = {
  damaged: ["restore", "folder", "quit"],
  locked: ["retry", "folder", "quit"],
  "read-only": ["retry", "folder", "quit"],
  newer: ["folder", "quit"],
  missing: ["folder", "restore", "begin", "retry"],
  full: ["retry", "folder", "quit"],
  failed: ["retry", "restore", "folder", "quit"],
};

type Way = "retry" | "restore" | "folder" | "begin" | "quit";

/** The database cannot be used: what happened, what is safe, and what can be done. */
export function TroubleScreen({ shelf }: { readonly shelf: Extract<Shelf, { kind: "trouble" }> }) {
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector("button")?.focus(), []);
  const [newest] = [...shelf.snapshots].sort((a, b) => b.at.localeCompare(a.at));
  const run = async (step: Promise<void>) => {
    setBusy(true);
    await step;
    setBusy(false);
  };
  const now = new Date();
  const BUTTONS: Readonly<Record<Way, { readonly label: string; readonly run: () => void } | null>> = {
    retry: { label: "再试一次", run: () => void run(mend(call["shelf:retry"](undefined))) },
    restore: newest
      ? {
          label: `用 ${moment(newest.at, now)} 的备份恢复`,
          run: () => void run(mend(call["shelf:restore"]({ snapshot: newest.id }))),
        }
      : null,
    folder: { label: "打开别的文件夹…", run: () => void run(mend(call["shelf:choose-folder"](undefined))) },
    begin: { label: "从空白开始", run: () => void run(mend(call["shelf:begin-new"](undefined))) },
    quit: { label: "退出", run: () => void call["window:close"](undefined) },
  };
  const ways = WAYS[shelf.trouble].flatMap((way) => BUTTONS[way] ?? []);
  return (
    <>
      <main className="fill">
        <section className="centre" role="alert">
          <span className="severity error">
            <Icon name="error" />
          </span>
          <h1>{TITLES[shelf.trouble]}</h1>
          <p>{shelf.message}</p>
          {newest && (
            <p className="t2">
              最近的备份是 {moment(newest.at, now)} 的，共 {shelf.snapshots.length}{" "}
              份，每份都核对过，恢复前现在的文件会另外留着。
            </p>
          )}
          <div className="pair" ref={first}>
            {ways.map(({ label, run: go }, i) => (
              <button
                type="button"
                key={label}
                className={i === 0 ? "button primary" : "button"}
                disabled={busy}
                onClick={go}
              >
                {label}
              </button>
            ))}
          </div>
        </section>
      </main>
      <HomeStatus folder={shelf.folder} />
    </>
  );
}
