import { halfWidth, removeSpace } from "./fold.ts";

const PAGE_NUMBER = /^(?:[-—–·.]+\d{1,3}[-—–·.]+|第\d{1,3}页(?:[,/、]?共\d{1,3}页)?|\d{1,3}\/\d{1,3})$/;
const WEB_PAGE =
  /^(?:(?:发布|发文|成文|更新)(?:日期|时间)[::]?[\d年月日\-/.::]*(?:来源[::].{0,20})?|(?:信息)?来源[::].{0,30}|(?:浏览|点击|阅读)(?:次数|量|数)?[::]?\d*次?|[\[【(]?字(?:体|号)[::]?[\[【(]?大中小[\]】)]?|[\[【(]?(?:打印本页|关闭窗口|打印|关闭|返回顶部|分享到?|收藏)[\]】)]?[::]?(?:[|\s]*(?:打印本页|关闭窗口|打印|关闭|返回顶部|收藏))*|(?:您?(?:现在|当前)的?位置|位置)[::].{0,60}|扫一扫.{0,20}|(?:首页|上一篇|下一篇)[::>].{0,60}|索引号[::].{0,80}|(?:点击|浏览|阅读|访问)(?:次数|量|数)[::]?)$/;

const CONTENTS = /^.{2,50}?(?:…{2,}|\.{4,}|·{4,}|-{4,})\d{1,3}$/;

/** Why a line is no part of any report — a page number, a line of a table of contents, the surroundings of a web page — or `null`. */
export function furniture(text: string): string | null {
  const tight = removeSpace(halfWidth(text));
  if (PAGE_NUMBER.test(tight)) return "page number";
  if (CONTENTS.test(tight)) return "table of contents";
  return WEB_PAGE.test(tight) ? "web navigation" : null;
}
