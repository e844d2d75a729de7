import type { Message } from "../../core/report/report.ts";
import type { Notices } from "./story.ts";

/** What a reader of the file would miss in the report, said once for the whole file. */
export function messagesOf(notices: Notices, comments: number): Message[] {
  const messages: Message[] = [];
  const say = (level: Message["level"], code: string, text: string): void => void messages.push({ level, code, text });
  const { hidden, notes, pictures, embedded } = notices;
  if (hidden.length > 0) {
    const sample = hidden.map((text) => text.slice(0, 40)).slice(0, 3);
    say(
      "ask",
      "docx.hidden",
      `文件里有 ${hidden.length} 处隐藏文字，没有读入正文：“${sample.join("”“")}”。请核对是否需要。`,
    );
  }
  if (notes.length > 0) {
    say("info", "docx.notes", `文件里有 ${notes.length} 条脚注或尾注，其文字接在正文之后，请核对位置。`);
  }
  if (comments > 0) say("info", "docx.comments", `文件里有 ${comments} 条批注，没有读入正文。`);
  if (pictures > 0) {
    say("info", "docx.pictures", `文件里有 ${pictures} 幅图片，图片中的文字无法读取；如果统计表是图片，请手工填写。`);
  }
  if (embedded > 0) {
    say(
      "warning",
      "docx.embedded",
      `文件里嵌有 ${embedded} 个别的文件（如 Excel 表），其内容没有读入；请打开核对，手工补上。`,
    );
  }
  return messages;
}
