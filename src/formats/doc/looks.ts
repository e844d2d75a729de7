import { SPRM, type Sprm, toggled } from "./sprm.ts";
import { outlineOf, type StyleMeaning, type Styles } from "./styles.ts";

/** What is said of characters. */
export interface CharacterLooks {
  readonly deleted: boolean;
  readonly hidden: boolean;
  /** A sign that stands for something else: a picture, a note's number. */
  readonly special: boolean;
  /** A paragraph's mark that lets it run on into the next (a style separator). */
  readonly joins: boolean;
  readonly symbol: { readonly font: number; readonly code: number } | null;
  readonly font: number | null;
}

export function characterLooks(sprms: readonly Sprm[], paragraph: StyleMeaning, styles: Styles): CharacterLooks {
  const named = sprms.find(({ code }) => code === SPRM.characterStyle);
  const styleHidden = named ? styles(named.operand.u16(0)).hidden !== paragraph.hidden : paragraph.hidden;
  const looks = { deleted: false, hidden: styleHidden, special: false, joins: false, symbol: null, font: null };
  return sprms.reduce((so: CharacterLooks, { code, operand }): CharacterLooks => {
    switch (code) {
      case SPRM.deleted:
        return { ...so, deleted: toggled(operand, false) };
      case SPRM.hidden:
        return { ...so, hidden: toggled(operand, styleHidden) };
      case SPRM.special:
        return { ...so, special: toggled(operand, false) };
      case SPRM.joins:
        return { ...so, joins: toggled(operand, false) };
      case SPRM.symbol:
        return { ...so, symbol: { font: operand.u16(0), code: operand.u16(2) } };
      case SPRM.font:
        return { ...so, font: operand.u16(0) };
      default:
        return so;
    }
  }, looks);
}

/** What is said of a paragraph. */
export interface ParagraphLooks {
  readonly style: StyleMeaning;
  readonly depth: number;
  readonly rowEnd: boolean;
  readonly innerCell: boolean;
  readonly innerRow: boolean;
  /** Counted from 1; 0 for none. */
  readonly list: number;
  readonly level: number;
  readonly outline: number | null;
}

export function paragraphLooks(styleIndex: number, sprms: readonly Sprm[], styles: Styles): ParagraphLooks {
  const named = sprms.find(({ code }) => code === SPRM.style);
  const style = styles(named ? named.operand.u16(0) : styleIndex);
  const { list, level, outline } = style;
  const looks = { style, depth: 0, rowEnd: false, innerCell: false, innerRow: false, list, level, outline };
  let inTable = false;
  for (const { code, operand } of sprms) {
    if (code === SPRM.inTable) inTable = operand.u8(0) !== 0;
    else if (code === SPRM.depth) looks.depth = operand.i32(0);
    else if (code === SPRM.rowEnd) looks.rowEnd = operand.u8(0) !== 0;
    else if (code === SPRM.innerCell) looks.innerCell = operand.u8(0) !== 0;
    else if (code === SPRM.innerRow) looks.innerRow = operand.u8(0) !== 0;
    else if (code === SPRM.list) looks.list = operand.u16(0);
    else if (code === SPRM.level) looks.level = operand.u8(0);
    else if (code === SPRM.outline) looks.outline = outlineOf(operand);
  }
  return { ...looks, depth: inTable || looks.rowEnd ? Math.max(looks.depth, 1) : Math.max(looks.depth, 0) };
}
