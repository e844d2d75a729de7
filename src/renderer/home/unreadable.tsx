import { useEffect, useRef } from "react";
import { COMMANDS } from "../commands.ts";
import { Icon } from "../parts/icon.tsx";
import { goBack } from "../state/actions.ts";
import type { Resting } from "../state/screen.ts";
import { HomeStatus } from "./home-status.tsx";

interface UnreadableProps {
  readonly name: string | null;
  readonly message: string;
  readonly before: Resting;
}

const WAYS_BACK = { home: "回到开始", report: "回到刚才的报告", review: "回到刚才的核对" } as const;

/** A file was not opened: what happened, what is safe, what to do. */
export function UnreadableScreen({ name, message, before }: UnreadableProps) {
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), []);
  return (
    <>
      <main className="fill">
        <section className="centre" role="alert">
          <span className="severity error">
            <Icon name="error" />
          </span>
          <h1>{name === null ? "没有打开" : `没有打开“${name}”`}</h1>
          <p>{message}</p>
          <Safe message={message} before={before} />
          <div className="pair">
            <button type="button" className="button primary" ref={again} onClick={COMMANDS.open.run}>
              打开另一个文件
            </button>
            <button type="button" className="button" onClick={goBack}>
              {WAYS_BACK[before.kind]}
            </button>
          </div>
        </section>
      </main>
      <HomeStatus />
    </>
  );
}

/** What is safe; most messages have said it of the file itself. */
function Safe({ message, before }: Pick<UnreadableProps, "message" | "before">) {
  const file = message.includes("没有改动") ? "" : "原文件没有改动。";
  const report = before.kind === "report" ? `刚才的“${before.source.name}”还在，也没有改动。` : "";
  return file + report === "" ? null : <p className="t2">{file + report}</p>;
}
