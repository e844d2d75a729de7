const FULL: Readonly<Record<string, string>> = {
  "(": "\uff08",
  ")": "\uff09",
  ":": "\uff1a",
  ",": "\uff0c",
  ";": "\uff1b",
};

/**
 * Chinese punctuation for the eye: form files and many sources type half-width signs (`(一)`, `其中:`), the
 * window and its sentences show full-width ones (`（一）`). Signs beside digits and letters alone stay.
 */
export function typeset(text: string): string {
  if (!/[(),:;]/.test(text)) return text;
  return text
    .replace(/\(([^()]*)\)/g, (whole, inner: string) =>
      /\p{Script=Han}/u.test(inner) ? `\uff08${inner}\uff09` : whole,
    )
    .replace(/(?<=\p{Script=Han})[:,;]|[:,;](?=\p{Script=Han})/gu, (sign) => FULL[sign] ?? sign);
}
