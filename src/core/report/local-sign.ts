/** Stands behind the name of a row of the office's own in files that go out: the form does not have it. */
const LOCAL_SIGN = "（本单位自设）";

const SIGNED = /[（(]\s*本单位自设\s*[）)]$/;

export function withLocalSign(label: string): string {
  return isLocalSigned(label) ? label : label + LOCAL_SIGN;
}

/** The inverse of `withLocalSign`; a label without the sign stays as it is. */
export function withoutLocalSign(label: string): string {
  return label.trim().replace(SIGNED, "").trim();
}

export function isLocalSigned(label: string): boolean {
  return SIGNED.test(label.trim());
}
