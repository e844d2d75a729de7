import { Fragment } from "react";

/** `Ctrl+O` as key caps. */
export function Caps({ keys }: { readonly keys: string }) {
  return keys.split(/\+(?!$)/).map((key, i) => (
    <Fragment key={key}>
      {i > 0 && " "}
      <kbd>{key}</kbd>
    </Fragment>
  ));
}
