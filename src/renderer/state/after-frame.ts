/** Without a frame by then (the window is hidden) it is done all the same. */
const HIDDEN_MS = 100;

const waiting = new Set<() => void>();

/**
 * Does something with the frame after the next: a key shows its letter first, and what follows from it (findings,
 * counts, the bar above the text) is drawn once that is on the screen. The same function is done once, however often
 * it was asked for.
 */
export function afterFrame(task: () => void): void {
  if (waiting.size === 0) begin();
  waiting.add(task);
}

function begin(): void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(end);
  });
  const hidden = setTimeout(end, HIDDEN_MS);
  function end(): void {
    cancelAnimationFrame(frame);
    clearTimeout(hidden);
    const tasks = [...waiting];
    waiting.clear();
    for (const task of tasks) task();
  }
}
