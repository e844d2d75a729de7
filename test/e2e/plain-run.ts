import { spawn } from "node:child_process";

export interface PlainRun {
  /** Whether the expected line came before the program ended. */
  readonly said: boolean;
  /** All it wrote, on both channels. */
  readonly output: string;
  readonly exitCode: number | null;
}

interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly patience?: number;
  readonly started?: (pid: number) => void;
  /** Done when the line has come, before the program is ended. */
  readonly atLine?: () => Promise<void>;
}

/**
 * Runs a program with nothing attached to it but its output, until it writes a line (it is then ended) or ends itself.
 * A program that does neither is ended after `patience` milliseconds.
 */
export function runUntil(
  line: string,
  command: string,
  args: readonly string[],
  { env = {}, patience = 20_000, started, atLine }: RunOptions = {},
): Promise<PlainRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    if (child.pid !== undefined) started?.(child.pid);
    const timer = setTimeout(() => child.kill(), patience);
    let output = "";
    let said = false;
    const hear = (data: Buffer) => {
      output += data.toString();
      if (said || !output.split("\n").slice(0, -1).includes(line)) return;
      said = true;
      Promise.resolve(atLine?.()).then(() => child.kill(), reject);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", reject);
    child.on("close", (exitCode) => {
      clearTimeout(timer);
      resolve({ said, output, exitCode });
    });
  });
}
