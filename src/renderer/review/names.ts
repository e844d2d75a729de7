/** What each message of the readers and the recogniser is about, in two or three words. */
const NAMES: Readonly<Record<string, string>> = {
  "year-from-prose": "年度是推断的",
  "year-unknown": "不知道年度",
  "year-outside-form": "年度不合表式",
  "previous-of-another-year": "上年列不是上年的数",
  "form-changed": "换了表样",
  "section-stayed": "新表样里没有的部分",
  "unit-from-prose": "单位是推断的",
  "unit-unknown": "不知道单位",
  "unit-differs": "两处单位不同",
  "table-missing": "没有统计表",
  "sections-missing": "没有正文",
  "no-report": "不像年度报告",
  "text-unplaced": "没有归处的文字",
  "section-local": "表样里没有这一部分",
  "heading-run-in": "标题和正文连在一起",
  "row-local": "表样里没有这一行",
  "row-missing": "来源里缺的行",
  "row-repeated": "同一行出现两次",
  "row-unknown": "认不出的行",
  "label-unsure": "行名和表样不同",
  "header-value": "分类行里有数",
  "column-unclear": "分不清哪一列",
  "value-none-word": "写的是“无”",
  "value-unclear": "看不清的数",
  "value-unit": "单位和表样不同",
  "cell-unit-differs": "单位和表样不同",
  "cell-by-place": "按位置读的数",
  "value-numeral": "汉字写的数",
  "content-differs": "两种正文不一致",
  "year-differs": "两处年度不同",
  "files-differ": "两个文件里的数不同",
  "annex-differs": "两个文件里的落款不同",
  "section-twice": "两个文件里都有这一部分",
  undecodable: "文字编码认不全",
  "lines-joined": "断开的行已连成段落",
  "file.hidden": "隐藏的文字",
  "file.notes": "脚注和尾注",
  "file.comments": "批注",
  "file.pictures": "图片",
  "file.embedded": "嵌入的文件",
  "file.cut": "文件不完整",
  "unknown-field": "不认识的字段",
};

/** Names by the part of the code before the dot, for the readers of whole file kinds. */
const KINDS: Readonly<Record<string, string>> = { file: "文件里的情况", xlsx: "Excel 文件里的情况" };

/** Why something of the source is no part of the report. */
const WHYS: Readonly<Record<string, string>> = {
  "supplied by the program": "程序代拟的",
  "repeated in another file": "和另一个文件重复",
  "text under a merged cell": "合并单元格盖住的",
  "hidden text": "隐藏的文字",
  "table of contents": "目录",
  "running header": "页眉",
  "running footer": "页脚",
  "page number": "页码",
  "web navigation": "网页上的导航",
  "page title": "网页的标题",
  comment: "批注",
  "row number": "序号",
  "table head": "表头",
  "label of a heading row": "分类行的写法",
  "remark beside a label": "行名旁的说明",
  repeated: "重复的",
  "change against last year": "增减，会重新算",
};

export function nameOfWhy(why: string): string {
  return WHYS[why] ?? "不属于报告";
}

export function nameOfCode(code: string): string {
  return NAMES[code] ?? KINDS[code.split(".")[0] ?? ""] ?? "请核对";
}
