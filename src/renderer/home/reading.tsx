import { useEffect, useRef } from "react";
import { stopReading } from "../state/actions.ts";
import { HomeStatus } from "./home-status.tsx";

/** A file is being read. Appears only when that takes a moment, and can be stopped. */
export function ReadingScreen({ name }: { readonly name: string }) {
  const stop = useRef<HTMLButtonElement>(null);
  useEffect(() => stop.current?.focus(), []);
  return (
    <>
      <main className="fill">
        <section className="centre late" aria-live="polite">
          <h1>正在读取</h1>
          <p className="t2">{name}</p>
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
