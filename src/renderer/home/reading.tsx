import { useEffect, useRef } from "react";
import type { ReadingProgress } from "../../contract/review.ts";
import { stopReading } from "../state/actions.ts";
import { HomeStatus } from "./home-status.tsx";

interface ReadingScreenProps {
  readonly name: string;
  readonly progress: ReadingProgress | null;
}

/** A file is being read. Appears only when that takes a moment, and can be stopped. */
export function ReadingScreen({ name, progress }: ReadingScreenProps) {
  const stop = useRef<HTMLButtonElement>(null);
  useEffect(() => stop.current?.focus(), []);
  return (
    <>
      <main className="fill">
        <section className="centre late" aria-live="polite">
          <h1>正在读取</h1>
          <p className="t2">{name}</p>
          <p className="t3">{stepName(progress)}</p>
          <div className="progress" role="progressbar" aria-label="正在读取" />
          <button type="button" className="button" ref={stop} onClick={() => void stopReading()}>
            停止
          </button>
          <p className="t3 small-text">原文件只读取，不改动</p>
        </section>
      </main>
      <HomeStatus />
    </>
  );
}

function stepName(progress: ReadingProgress | null): string {
  if (progress === null) return "正在准备";
  if (progress.step === "recognise") return "正在辨认各部分和统计表";
  return progress.files === 1 ? "正在读出文字" : `正在读出文字，第 ${progress.file} 个文件，共 ${progress.files} 个`;
}
