import type { Message } from "../../core/report/report.ts";

/** What a reader of the file would miss in the report. */
export interface Missed {
  readonly hidden: readonly string[];
  readonly notes: number;
  readonly comments: number;
  readonly pictures: number;
  readonly embedded: number;
}

/** Says each kind once for the whole file. */
export function messagesOf({ hidden, notes, comments, pictures, embedded }: Missed): Message[] {
  const messages: Message[] = [];
  const say = (level: Message["level"], code: string, text: string): void => void messages.push({ level, code, text });
  if (hidden.length > 0) {
    const sample = hidden.map((text) => text.slice(0, 40)).slice(0, 3);
    say(
      "ask",
      "file.hidden",
      `文件里有 ${hidden.length} 处隐藏文字，没有读入正文：“${sample.join("”“")}”。请核对是否需要。`,
    );
  }
  if (notes > 0) {
    say("info", "file.notes", `文件里有 ${notes} 条脚注或尾注，其文字接在正文之后，请核对位置。`);
  }
  if (comments > 0) say("info", "file.comments", `文件里有 ${comments} 条批注，没有读入正文。`);
  if (pictures > 0) {
    say("info", "file.pictures", `文件里有 ${pictures} 幅图片，图片中的文字无法读取；如果统计表是图片，请手工填写。`);
  }
  if (embedded > 0) {
    say(
      "warning",
      "file.embedded",
      `文件里嵌有 ${embedded} 个别的文件（如 Excel 表），其内容没有读入；请打开核对，手工补上。`,
    );
  }
  return messages;
}
