import { Fragment } from "react";

/** `Ctrl+O` as key caps; between ways to do the same stands 、 (`Tab、Shift+Tab`). */
export function Caps({ keys }: { readonly keys: string }) {
  return keys.split("、").map((way, i) => (
    <Fragment key={way}>
      {i > 0 && "、"}
      {way.split(/\+(?!$)/).map((key, j) => (
        <Fragment key={key}>
          {j > 0 && " "}
          <kbd>{key}</kbd>
        </Fragment>
      ))}
    </Fragment>
  ));
}
