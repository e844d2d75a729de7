import type { Node as DocumentNode, Schema } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { parseContent } from "../../core/content/parse.ts";
import type { Content } from "../../core/content/types.ts";

/** The editor's document as the report keeps it. */
export function contentOf(doc: DocumentNode): Content {
  const content = parseContent(doc.toJSON());
  // The editor's schema is that of core: what it holds is never anything else.
  if (!content) throw new Error("The editor holds a document that core/content does not know.");
  return content;
}

/** Set on transactions that put a whole document in the place of another: most of what they replace stays as it was. */
const WHOLE = "nianbao-whole";

export function isWhole(transaction: Transaction): boolean {
  return transaction.getMeta(WHOLE) === true;
}

/** Makes the document into another one by a single step over what differs. */
export function becomeContent(transaction: Transaction, schema: Schema, content: Content): Transaction {
  const next = schema.nodeFromJSON(content);
  const { doc } = transaction;
  const start = doc.content.findDiffStart(next.content);
  const end = doc.content.findDiffEnd(next.content);
  if (start === null || !end) return transaction;
  // The same letters at both ends may make the two meet: keep the range a range.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  return transaction.setMeta(WHOLE, true).replace(start, end.a + overlap, next.slice(start, end.b + overlap));
}
