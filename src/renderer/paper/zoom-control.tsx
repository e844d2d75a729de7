import { VIEW } from "../commands/view.ts";
import { MenuButton } from "../editor/menu-button.tsx";
import { ui } from "../state/ui.ts";
import { useZoom } from "../view/zoom.ts";

/** Sizes of the paper that the menu offers; the keys go through more. */
const SIZES = [0.75, 1, 1.25, 1.5, 2];

/** How large the paper is shown, and the menu to change that. */
export function ZoomControl() {
  const zoom = useZoom();
  const sizes = SIZES.map((size) => ({
    label: `${size * 100}%`,
    on: () => ui.get().zoom === size,
    run: () => ui.set({ zoom: size }),
  }));
  return (
    <MenuButton
      label={`正文大小 ${Math.round(zoom * 100)}%`}
      end
      items={() => [VIEW.zoomIn, VIEW.zoomOut, null, ...sizes, null, VIEW.zoomFit]}
    >
      {Math.round(zoom * 100)}%
    </MenuButton>
  );
}
