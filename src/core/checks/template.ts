/** A sentence with fields `{…}`, cut up once: plain text at even places, field names at odd ones. */
export type Template = readonly string[];

export function cutTemplate(text: string): Template {
  return text.split(/\{([^{}]*)\}/);
}

export function fillTemplate(template: Template, valueOf: (field: string) => string): string {
  let sentence = "";
  for (const [i, part] of template.entries()) sentence += i % 2 === 0 ? part : valueOf(part);
  return sentence;
}
