/** Without a frame by then (the window is hidden) it is done all the same. */
const HIDDEN_MS = 100;

const waiting = new Set<() => void>();
let frame = 0;
let hidden: ReturnType<typeof setTimeout> | undefined;

/**
 * Does something with the frame after the next: a key shows its letter first, and what follows from it (findings,
 * counts, the bar above the text) is drawn once that is on the screen. The same function is done once, however often
 * it was asked for.
 */
export function afterFrame(task: () => void): void {
  const first = waiting.size === 0;
  waiting.add(task);
  if (!first) return;
  frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(doWaiting);
  });
  hidden = setTimeout(doWaiting, HIDDEN_MS);
}

/** Does now what waits for a frame: what covered it goes away. */
export function doWaiting(): void {
  cancelAnimationFrame(frame);
  clearTimeout(hidden);
  const tasks = [...waiting];
  waiting.clear();
  for (const task of tasks) task();
}
