import type { Foreign } from "./sniff.ts";
import { UnreadableFile } from "./unreadable.ts";

/** Kinds of file that are told, and not read: what each is, and what the clerk can do. */
export type Refused =
  | Foreign
  | "empty"
  | "encrypted"
  | "ofd"
  | "slides"
  | "opendocument-sheet"
  | "works"
  | "mail"
  | "drawing"
  | "unknown-ole"
  | "unknown-zip";

const SAVE_AS = "请用 WPS 或 Word 打开，另存为 docx 后再导入。";
const FIND_ORIGINAL = "请找到它的 Word 或 WPS 原稿再导入。";

const SENTENCES: Readonly<Record<Refused, string>> = {
  empty: "文件是空的（0 字节），没有内容可读。请核对是否选错了文件，或重新取得这份文件。",
  encrypted: "文件加了密码或权限保护，无法读取。请在 WPS 或 Word 中打开，取消密码、保存后再导入。",
  ofd: "这是 OFD 版式文件，不能作为底稿导入。请找到它的 Word 或 WPS 原稿，或用 OFD 阅读器另存为 docx 后再导入。",
  uof: `这是标文通（UOF）文件，读不了。${SAVE_AS}`,
  slides: "这是演示文稿（PPT），不是报告的文字或表格。请核对是否选错了文件。",
  "opendocument-sheet": "这是 OpenDocument 表格（ods），读不了。请用 WPS 或 Excel 打开，另存为 xlsx 后再导入。",
  works: `这是微软 Works 的旧文件，读不了。${SAVE_AS}`,
  mail: "这是一封保存下来的邮件，不是报告。请打开邮件，把附件另存出来再导入。",
  drawing: "这是图形或排版软件的文件，不是报告的文字或表格。请核对是否选错了文件。",
  "word-2": `这是很早的 Word（6.0 以前）的文件，读不了。${SAVE_AS}`,
  image: `这是图片，图片里的文字无法读取。${FIND_ORIGINAL}`,
  program: "这是可以执行的程序，不是文档，没有打开。请核对文件来源，不要双击运行它。",
  archive: "这是压缩包，不能直接读。请先解压，再导入里面的文件。",
  shortcut: "这是快捷方式，不是文件本身。请找到它指向的文件再导入。",
  database: "这是数据库文件，不是报告。如果是年报通的数据，请在“恢复”中打开。",
  media: "这是音频或视频，不是报告。请核对是否选错了文件。",
  ceb: `这是方正 CEB 版式文件，读不了。${FIND_ORIGINAL}`,
  caj: `这是知网 CAJ 文件，读不了。${FIND_ORIGINAL}`,
  "unknown-ole": `这个文件里没有 Word 正文，也没有 Excel 表格，读不了。${SAVE_AS}`,
  "unknown-zip": "这是压缩包，里面不是 Word 或 Excel 文件。请先解压，再导入里面的文件。",
};

export function refusal(kind: Refused): UnreadableFile {
  return new UnreadableFile(kind, SENTENCES[kind]);
}
