import type { ReactNode } from "react";

/** Line icons on a 16 px square, stroke 1.25 px; the solid ones are severities. */
const SHAPES = {
  app: (
    <>
      <path d="M3 1.75h7l3 3v9.5H3z" className="solid" />
      <path d="M5.2 7h5.6M5.2 9.4h5.6M5.2 11.8h3.4" className="cut-out" strokeWidth="1.1" />
    </>
  ),
  error: (
    <>
      <circle cx="8" cy="8" r="6.5" className="solid" />
      <path d="M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6" className="cut-out" strokeWidth="1.5" />
    </>
  ),
  warning: (
    <>
      <path d="M8 1.6l6.9 12.2H1.1z" fill="currentColor" strokeWidth="1" />
      <path d="M8 6.1v3.6M8 11.7v.1" className="cut-out" strokeWidth="1.6" />
    </>
  ),
  ask: (
    <>
      <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="1.5" strokeWidth="1.4" />
      <path d="M6.2 6.4c0-1.1.8-1.8 1.8-1.8s1.8.7 1.8 1.7c0 1.3-1.8 1.4-1.8 2.8M8 11.3v.1" strokeWidth="1.5" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 7.2v4M8 4.7v.1" strokeWidth="1.5" />
    </>
  ),
  check: <path d="M8 1.8l5 1.8v4.1c0 3-2 5.3-5 6.5-3-1.2-5-3.5-5-6.5V3.6zM5.6 7.9l1.8 1.8 3.2-3.4" />,
  document: <path d="M3.5 1.8h5.7l3.3 3.3v9.1h-9zM9 2v3.4h3.4M5.6 8.4h4.8M5.6 11h4.8" />,
  down: <path d="M4.5 6.3L8 9.8l3.5-3.5" />,
  up: <path d="M4.5 9.7L8 6.2l3.5 3.5" />,
  left: <path d="M9.7 4.5L6.2 8l3.5 3.5" />,
  right: <path d="M6.3 4.5L9.8 8l-3.5 3.5" />,
  filter: <path d="M2.2 3h11.6L9.4 8.3v4.6l-2.8-1.3V8.3z" />,
  fold: <path d="M2.5 8h11M8 1.8v3.6M6 3.8l2 2 2-2M8 14.2v-3.6M6 12.2l2-2 2 2" />,
  unfold: <path d="M2.5 8h11M8 5.4V1.8M6 3.6l2-2 2 2M8 10.6v3.6M6 12.4l2 2 2-2" />,
  half: (
    <>
      <circle cx="8" cy="8" r="5.2" />
      <path d="M8 2.8a5.2 5.2 0 0 1 0 10.4z" className="solid" />
    </>
  ),
  hollow: <circle cx="8" cy="8" r="5.2" strokeDasharray="2 1.9" />,
  done: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M5.3 8.2l1.9 1.9 3.6-3.9" strokeWidth="1.5" />
    </>
  ),
  minus: <path d="M3.5 8h9" />,
  plus: <path d="M3.5 8h9M8 3.5v9" />,
  more: <path d="M3.2 8h.1M8 8h.1M12.7 8h.1" strokeWidth="2" />,
  open: <path d="M1.8 13V3h4.4l1.4 1.8h6.6V13z" />,
  list: <path d="M6 4h7.5M6 8h7.5M6 12h7.5M2.8 4h.1M2.8 8h.1M2.8 12h.1" />,
  table: <path d="M2 3h12v10H2zM2 6.4h12M2 9.7h12M6.3 3v10" />,
  hash: <path d="M6.3 2.5l-1.3 11M11 2.5l-1.3 11M2.8 5.9h10.8M2.4 10.1h10.8" />,
  format: <path d="M3 13.5L7 3h1.2l4 10.5M4.5 9.8h6.2" />,
  undo: <path d="M5.6 3L2.8 5.9l2.8 2.8M3 5.9h6.2a3.6 3.6 0 0 1 0 7.3H6" />,
  redo: <path d="M10.4 3l2.8 2.9-2.8 2.8M13 5.9H6.8a3.6 3.6 0 0 0 0 7.3H10" />,
  import: <path d="M8 2v7.5M5 6.8l3 3 3-3M2.5 10.5v3h11v-3" />,
  export: <path d="M8 9.5V2M5 4.7l3-3 3 3M2.5 10.5v3h11v-3" />,
  new: <path d="M3.5 1.8h5.7l3.3 3.3v9.1h-9zM9 2v3.4h3.4M8 7.6v4.2M5.9 9.7h4.2" />,
  version: <path d="M2.3 8A5.7 5.7 0 1 0 4.2 3.7M2.2 2.3v2.9h2.9M8 4.9V8l2.2 1.7" />,
  pen: <path d="M2.8 13.2l.7-2.9 7.2-7.2 2.2 2.2-7.2 7.2zM9.4 4.4l2.2 2.2" />,
  usb: <path d="M4.5 6.5h7v5.2a2 2 0 0 1-2 2h-3a2 2 0 0 1-2-2zM5.8 6.3V2.3h4.4v4M7.3 4.1v.6M8.7 4.1v.6" />,
  tick: <path d="M3.2 8.4l3.2 3.2 6.4-6.8" strokeWidth="1.6" />,
  cross: <path d="M4 4l8 8M12 4l-8 8" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/** A picture beside a word: screen readers pass over it. */
export function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  return (
    <svg className={small ? "icon small" : "icon"} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}
