import type { Block, Table } from "../../core/document.ts";
import { furniture } from "../../core/text/furniture.ts";
import { headingNumber } from "../../core/text/heading.ts";
import type { Piece } from "./pieces.ts";
import type { HtmlElement } from "./tree.ts";

const NAVIGATION = "web navigation";

/**
 * The blocks of a page, with what a site puts around an article told as furniture. The article is the smallest part
 * of the page in which all prose, all tables and all numbered headings stand; its title may stand above that part.
 * A page without such surroundings (saved by Word, or a mere piece of HTML) is kept whole.
 */
export function articleBlocks(pieces: readonly Piece[]): Block[] {
  if (!isSite(pieces)) return pieces.map(({ block }) => block);
  const marks = pieces.map(isArticle);
  const first = marks.indexOf(true);
  if (first < 0) return pieces.map(({ block }) => block);
  const last = marks.lastIndexOf(true);
  const root = commonHome(pieces.filter((_, i) => marks[i]).map(({ home }) => home));
  const inRun = runsOfLinks(pieces);
  let ended = false;
  const kept = pieces.map((piece, i) => {
    if (i > last && isFooter(textOf(piece.block))) ended = true;
    if (marks[i]) return true;
    return !ended && isInside(piece.home, root) && !inRun[i] && !isChrome(piece);
  });
  const title = titleOf(pieces, kept, first);
  return pieces.flatMap((piece, i) =>
    i === title ? titleBlocks(piece) : kept[i] ? [piece.block] : [asChrome(piece.block)],
  );
}

function textOf(block: Block): string {
  return block.kind === "table"
    ? block.rows.map((row) => row.map(({ text }) => text).join("\t")).join("\n")
    : block.text;
}

function isLink({ block, linked }: Piece): boolean {
  const { length } = textOf(block);
  return length > 0 && linked > length * 0.6;
}

/** Sites have menus and a foot; files that a program saved as a page have neither. */
function isSite(pieces: readonly Piece[]): boolean {
  const menus = pieces.filter(
    (piece) => isLink(piece) || (piece.block.kind === "furniture" && piece.block.why === NAVIGATION),
  );
  return menus.length >= 3 || pieces.some(({ block }) => block.kind === "paragraph" && isFooter(block.text));
}

const FOOTER =
  /版权所有|ICP备|公网安备|网站标识码|标识码[：:]|主办(?:单位)?[：:]|承办(?:单位)?[：:]|技术支持[：:]|找错|建议使用.{0,40}(?:浏览器|分辨率)|Copyright|©/i;

function isFooter(text: string): boolean {
  return text.length <= 300 && FOOTER.test(text);
}

/** Prose, a table of data, or a heading with a first-rank number. */
function isArticle(piece: Piece): boolean {
  const { block } = piece;
  if (block.kind === "furniture" || isLink(piece) || isFooter(textOf(block))) return false;
  if (block.kind === "table") return textOf(block).length >= 20 && !isCard(block);
  const { text } = block;
  if (furniture(text) !== null) return false;
  return (text.length >= 30 && /[。；]/.test(text)) || (text.length <= 40 && headingNumber(text)?.rank === 1);
}

/** The small table of particulars that sites put over a document. */
function isCard({ rows }: Table): boolean {
  const labels = rows
    .flat()
    .filter(({ text }) =>
      /^[【[]?\s*(?:索\s*引\s*号|主题分类|主题词|组配分类|信息分类|分\s*类|发文(?:机关|单位|字号|日期)|发布(?:机构|日期|时间)|成文日期|生成日期|公开(?:方式|时限|日期|范围)|文\s*号|名\s*称|标\s*题|有\s*效\s*性|时效|体裁分类)\s*[】\]]?\s*[：:]?/.test(
        text,
      ),
    );
  return labels.length >= 3;
}

const CHROME_LINE =
  /^(?:网站首页|返回首页|首\s*页|设为首页|加入收藏|收藏本页|无障碍.{0,10}|(?:我要)?(?:打\s*印|关\s*闭|纠\s*错|分\s*享|收\s*藏|下\s*载)(?:本页|窗口|页面|本文)?|分享到.{0,30}|扫一扫.{0,30}|上一[篇页条].{0,80}|下一[篇页条].{0,80}|相关(?:链接|文章|新闻|阅读|文档|解读|附件)\S{0,10}|返回(?:顶部|上页|列表)?|您?(?:当前|现在|所在)的?(?:位置|页面)?(?:是)?[：:].*|搜\s*索|登\s*录|注\s*册|English|繁\s*[體体]|[|｜/>»·\s]+)$/i;

function isChrome(piece: Piece): boolean {
  const { block } = piece;
  if (block.kind === "furniture") return false;
  if (block.kind === "table") return isCard(block) || isLink(piece);
  const text = block.text.trim();
  if (CHROME_LINE.test(text) || isFooter(text) || isBreadcrumb(text)) return true;
  return furniture(text) === NAVIGATION;
}

/** 首页 > 政府信息公开 > 年度报告 */
function isBreadcrumb(text: string): boolean {
  return text.length <= 120 && /^\S{0,12}首页\s*[>›»＞/]|(?:[^>]{1,20}[>›»＞]){2,}/.test(text) && !/[。；]/.test(text);
}

/** Links in a row are a menu; one or two alone are an article's own. */
function runsOfLinks(pieces: readonly Piece[]): boolean[] {
  const inRun = pieces.map(() => false);
  for (let from = 0; from < pieces.length; ) {
    let to = from;
    while (to < pieces.length && isShortLink(pieces[to])) to += 1;
    if (to - from >= 3) inRun.fill(true, from, to);
    from = Math.max(to, from + 1);
  }
  return inRun;
}

function isShortLink(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.block.kind === "paragraph" && isLink(piece);
}

function commonHome(homes: readonly HtmlElement[]): HtmlElement | null {
  const [first, ...rest] = homes;
  let root: HtmlElement | null = first ?? null;
  for (const home of rest) while (root && !isInside(home, root)) root = root.parent;
  return root;
}

function isInside(element: HtmlElement, root: HtmlElement | null): boolean {
  for (let above: HtmlElement | null = element; above; above = above.parent) if (above === root) return true;
  return false;
}

const REPORT = /(?:报告|年报)(?:[（(][^（）()]{1,16}[）)])?$/;

/**
 * The piece that the article's title stands in, when it stands above the article; -1 when the article has its own. Last
 * of all it is the page's own title, which browsers show on the window.
 */
function titleOf(pieces: readonly Piece[], kept: readonly boolean[], first: number): number {
  const looks = (piece: Piece): boolean => REPORT.test(tight(piece.block));
  if (pieces.some((piece, i) => i <= first + 2 && kept[i] && looks(piece))) return -1;
  const pageTitle = pieces.find(({ block }) => isPageTitle(block));
  const named = pageTitle ? tight(pageTitle.block) : "";
  const above = pieces.findLastIndex(
    (piece, i) =>
      i < first &&
      piece.block.kind === "paragraph" &&
      !isLink(piece) &&
      !isBreadcrumb(piece.block.text) &&
      (looks(piece) || (tight(piece.block).length >= 6 && named.startsWith(tight(piece.block)))),
  );
  if (above >= 0) return above;
  return pageTitle && REPORT.test(segmentOf(named)) ? pieces.indexOf(pageTitle) : -1;
}

function tight(block: Block): string {
  return textOf(block).replace(/\s+/g, "");
}

function isPageTitle(block: Block): boolean {
  return block.kind === "furniture" && block.why === "page title";
}

/** 年度报告_某市人民政府: what stands before the site's name. */
function segmentOf(title: string): string {
  return title.split(/[_|｜—–-]|--/)[0]?.trim() ?? "";
}

function titleBlocks({ block }: Piece): Block[] {
  if (!isPageTitle(block)) return [block];
  const text = textOf(block);
  const title = segmentOf(text);
  const rest = text.slice(text.indexOf(title) + title.length).trim();
  const shown: Block = { kind: "paragraph", text: title };
  return rest === "" ? [shown] : [shown, { kind: "furniture", text: rest, why: "page title" }];
}

/** What the page itself says of a text stays; text that a site hides outside of its article is the site's. */
function asChrome(block: Block): Block {
  if (block.kind === "furniture" && block.why !== "hidden text") return block;
  return { kind: "furniture", text: textOf(block), why: NAVIGATION };
}
