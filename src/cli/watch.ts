import { Worker } from "node:worker_threads";

/** What the reading of a report's files may take. The window has the same limits, and ends a process of its own. */
const LIMITS = { milliseconds: 10_000, bytes: 512 * 1024 * 1024, pollEvery: 50, patience: 2_000 } as const;

const EXIT_UNREADABLE = 2;

/**
 * Watches this process until the answer is called: at the prompt it is itself the disposable one. Who reads a file that
 * was made to hold it up never comes to look at a clock, so a thread beside looks. Above a limit it says so in one line
 * and ends whatever runs, with exit code 2.
 *
 * @param names of the files, as they were given
 */
export function watchReading(names: string): () => void {
  const safe = "原文件没有改动，请用 WPS 或 Word 另存一份再试。";
  const watcher = new Worker(`(${watchBeside.toString()})(require)`, {
    eval: true,
    workerData: {
      limits: LIMITS,
      late: `${names}：读了 ${LIMITS.milliseconds / 1000} 秒还没有读完，已停止，${safe}\n`,
      large: `${names}：展开后超过 ${LIMITS.bytes / 1024 / 1024} MB 内存，已停止读取，${safe}\n`,
    },
  });
  watcher.once("message", () => process.exit(EXIT_UNREADABLE));
  return () => {
    watcher.removeAllListeners("message");
    void watcher.terminate();
  };
}

/**
 * Runs in the thread beside, from its text: it can use nothing but what it loads. The inspector's own command stops
 * code that never comes to rest, and after it the main thread, which this one keeps alive, hears the message; what
 * hears nothing at all is killed.
 */
function watchBeside(load: NodeJS.Require): void {
  const { parentPort, workerData } = load("node:worker_threads");
  const { writeSync } = load("node:fs");
  const { limits, late, large } = workerData;
  const began = Date.now();
  const timer = setInterval(() => {
    const isLarge = process.memoryUsage.rss() > limits.bytes;
    if (!isLarge && Date.now() - began <= limits.milliseconds) return;
    clearInterval(timer);
    writeSync(2, isLarge ? large : late);
    const { Session } = load("node:inspector");
    const session = new Session();
    session.connectToMainThread();
    session.post("Runtime.terminateExecution", () => {
      session.disconnect();
      parentPort.postMessage("over");
    });
    setTimeout(() => process.kill(process.pid, "SIGKILL"), limits.patience);
  }, limits.pollEvery);
}
