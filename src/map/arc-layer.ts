import type { CustomLayerInterface, CustomRenderMethodInput, Map } from 'maplibre-gl';
import { rgb } from '../scene/records.ts';
import { ArcCore, type Projection } from './arc-core.ts';

/** Hosts the arc core as a custom layer of MapLibre, flat and globe. A lost context removes it; `style.load` adds it again. */
export class ArcLayer implements CustomLayerInterface {
  readonly id = 'arcs';
  readonly type = 'custom';
  readonly renderingMode = '2d';
  /** Index of the arc under the pointer, or −1. */
  hover = -1;
  /** Called after the first frame that drew arcs. */
  onfirst: (() => void) | null = null;

  #map: Map | null = null;
  #core: ArcCore | null = null;
  #records: ArrayBuffer;
  #casing: [number, number, number, number] = [1, 1, 1, 0];
  readonly #casingPx: number;

  constructor(records: ArrayBuffer, casingPx = 1.2) {
    this.#records = records;
    this.#casingPx = casingPx;
  }

  set(records: ArrayBuffer, casing: string): void {
    this.#records = records;
    const [r, g, b] = rgb(casing);
    this.#casing = [r / 255, g / 255, b / 255, 0.75];
    this.#core?.set(records);
    this.#map?.triggerRepaint();
  }

  onAdd(map: Map, gl: WebGLRenderingContext | WebGL2RenderingContext): void {
    this.#map = map;
    this.#core = new ArcCore(gl as WebGL2RenderingContext);
    this.#core.set(this.#records);
  }

  onRemove(): void {
    this.#core?.remove();
    this.#core = null;
    this.#map = null;
  }

  render(gl: WebGLRenderingContext | WebGL2RenderingContext, { shaderData, defaultProjectionData: d }: CustomRenderMethodInput): void {
    if (!this.#map || !this.#core) return;
    // Sizes are taken from the drawing buffer: asking the canvas could make the browser lay the page out in every frame.
    const ratio = this.#map.getPixelRatio();
    const projection: Projection = {
      variant: shaderData.variantName,
      prelude: `${shaderData.vertexShaderPrelude}\n${shaderData.define}`,
      bind: (uniform) => {
        gl.uniformMatrix4fv(uniform('u_projection_matrix'), false, Float32Array.from(d.mainMatrix));
        gl.uniformMatrix4fv(uniform('u_projection_fallback_matrix'), false, Float32Array.from(d.fallbackMatrix));
        gl.uniform4f(uniform('u_projection_tile_mercator_coords'), ...d.tileMercatorCoords);
        gl.uniform4f(uniform('u_projection_clipping_plane'), ...d.clippingPlane);
        gl.uniform1f(uniform('u_projection_transition'), d.projectionTransition);
      },
    };
    this.#core.draw(projection, {
      widthPx: gl.drawingBufferWidth / ratio,
      heightPx: gl.drawingBufferHeight / ratio,
      hover: this.hover,
      casing: this.#casing,
      casingPx: this.#casingPx,
    });
    this.onfirst?.();
    this.onfirst = null;
  }
}
