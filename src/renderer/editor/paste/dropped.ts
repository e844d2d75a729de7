/** What a paste left behind, by kind: how often where that means something to a clerk. */
export interface Dropped {
  readonly add: (kind: DroppedKind) => void;
  /** One sentence for all of it; `null` when nothing was lost. */
  readonly sentence: () => string | null;
}

const NAMES = {
  image: "图片",
  media: "嵌入的对象",
  comment: "批注",
  deletion: "修订中已删除的文字",
  hidden: "隐藏的文字",
  link: "链接（文字保留）",
  control: "网页控件",
  colour: "颜色",
  font: "字体字号",
  decoration: "下划线、斜体等",
  nesting: "多级列表的层次",
} as const;

export type DroppedKind = keyof typeof NAMES;

/** A number stands behind what one would look for again. */
const COUNTED: Partial<Record<DroppedKind, string>> = {
  image: "张",
  media: "个",
  comment: "处",
  deletion: "处",
  hidden: "处",
};

export function makeDropped(): Dropped {
  const counts = new Map<DroppedKind, number>();
  return {
    add: (kind) => counts.set(kind, (counts.get(kind) ?? 0) + 1),
    sentence: () => {
      if (counts.size === 0) return null;
      const kinds = Object.keys(NAMES).filter((kind): kind is DroppedKind => counts.has(kind as DroppedKind));
      const parts = kinds.map((kind) => {
        const unit = COUNTED[kind];
        return unit ? `${NAMES[kind]} ${counts.get(kind)} ${unit}` : NAMES[kind];
      });
      return `粘贴时按公文格式整理，没有带入：${parts.join("、")}。`;
    },
  };
}
