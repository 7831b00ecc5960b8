import { FRAME_BOX, seenBox, type Size, type SquareBox } from '../scene/frame.ts';
import { unproject, worldPx } from '../scene/mercator.ts';
import type { Camera } from '../state/url.ts';

type Edges = 'x' | 'y' | 'width' | 'height';
const EDGES: readonly Edges[] = ['x', 'y', 'width', 'height'];

/** Where a part of an embed's still stands, in parts of its box. */
function placed(still: SVGSVGElement, name: 'ground' | 'frame'): Record<Edges, number> {
  const part = still.querySelector(`[data-place=${name}]`)!;
  return Object.fromEntries(EDGES.map((edge) => [edge, parseFloat(part.getAttribute(edge)!) / 100])) as Record<Edges, number>;
}

/** The part of the Mercator square that an embed's still shows. */
export function seenOf(still: SVGSVGElement): SquareBox {
  const { x, y, width, height } = placed(still, 'frame');
  const [wide, high] = [FRAME_BOX.width / width, FRAME_BOX.height / height];
  return { x: FRAME_BOX.x - x * wide, y: FRAME_BOX.y - y * high, width: wide, height: high };
}

/** The camera that shows as much across a box of `size` px, with the same middle. */
export function cameraOfBox({ x, y, width, height }: SquareBox, [px]: Size): Camera {
  const [lng, lat] = unproject([x + width / 2, y + height / 2]);
  return { lng, lat, zoom: Math.log2(px / width / worldPx(0)), bearing: 0, pitch: 0 };
}

/** Puts an embed's still where a camera has it, in a box of `size` px. */
export function look(still: SVGSVGElement, camera: Camera, [wide, high]: Size): void {
  const to = seenBox(camera, [wide, high], { left: 0, top: 0, right: wide, bottom: high });
  const from = seenOf(still);
  for (const name of ['ground', 'frame'] as const) {
    const { x, y, width, height } = placed(still, name);
    const moved: Record<Edges, number> = {
      ...{ x: (from.x + x * from.width - to.x) / to.width, y: (from.y + y * from.height - to.y) / to.height },
      ...{ width: (width * from.width) / to.width, height: (height * from.height) / to.height },
    };
    for (const edge of EDGES) still.querySelector(`[data-place=${name}]`)!.setAttribute(edge, `${(moved[edge] * 100).toFixed(3)}%`);
  }
}
