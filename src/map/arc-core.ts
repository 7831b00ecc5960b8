import { RECORD_BYTES } from '../scene/records.ts';
import { FRAGMENT, VERTEX } from './arc-shader.ts';

/** What a host map gives the core to project with. The core knows of no map beyond it. */
export interface Projection {
  /** Name under which programs are kept: one for each kind of projection. */
  variant: string;
  /** GLSL that defines `vec4 projectTile(vec2)` over the Mercator square, without `#version`. */
  prelude: string;
  /** Sets the prelude's own uniforms on the program in use. */
  bind: (uniform: (name: string) => WebGLUniformLocation | null) => void;
}

export interface DrawOptions {
  /** Size of what is drawn to, in CSS px. */
  widthPx: number;
  heightPx: number;
  /** Index of the arc under the pointer, or −1. */
  hover: number;
  /** Colour as 0–1 and width in px of the edge that keeps crossing arcs apart. */
  casing: [number, number, number, number];
  casingPx: number;
}

interface Program {
  program: WebGLProgram;
  uniform: (name: string) => WebGLUniformLocation | null;
}

/**
 * Draws arcs with WebGL 2: one instanced strip for all, 32 bytes an arc, path, taper, head and dashes made in the shader.
 * Nothing is uploaded but when the arcs change. Throws if a shader does not compile, with the driver's words.
 */
export class ArcCore {
  readonly #gl: WebGL2RenderingContext;
  readonly #buffer: WebGLBuffer;
  readonly #array: WebGLVertexArrayObject;
  readonly #programs = new Map<string, Program>();
  #count = 0;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#buffer = gl.createBuffer();
    this.#array = gl.createVertexArray();
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    const attribute = (index: number, size: number, type: number, normalized: boolean, offset: number) => {
      gl.enableVertexAttribArray(index);
      gl.vertexAttribPointer(index, size, type, normalized, RECORD_BYTES, offset);
      gl.vertexAttribDivisor(index, 1);
    };
    attribute(0, 4, gl.FLOAT, false, 0);
    attribute(1, 1, gl.FLOAT, false, 16);
    attribute(2, 4, gl.UNSIGNED_BYTE, true, 20);
    attribute(3, 4, gl.UNSIGNED_BYTE, true, 24);
    attribute(4, 4, gl.UNSIGNED_BYTE, false, 28);
    gl.bindVertexArray(null);
  }

  /** Takes the records of `scene/records.ts`; the last are drawn on top. */
  set(records: ArrayBuffer): void {
    const gl = this.#gl;
    this.#count = records.byteLength / RECORD_BYTES;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    gl.bufferData(gl.ARRAY_BUFFER, records, gl.STATIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
  }

  draw(projection: Projection, { widthPx, heightPx, hover, casing, casingPx }: DrawOptions): void {
    if (this.#count === 0) return;
    const gl = this.#gl;
    const { program, uniform } = this.#program(projection);
    const segments = segmentsFor(this.#count);
    gl.useProgram(program);
    projection.bind(uniform);
    gl.uniform2f(uniform('u_viewport'), widthPx, heightPx);
    gl.uniform1f(uniform('u_segments'), segments);
    gl.uniform1f(uniform('u_hover'), hover);
    gl.uniform4f(uniform('u_casingColour'), ...casing);
    gl.uniform1f(uniform('u_casing'), this.#count > CASED ? 0 : casingPx);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.bindVertexArray(this.#array);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, (segments + 3) * 2, this.#count);
    gl.bindVertexArray(null);
  }

  remove(): void {
    const gl = this.#gl;
    for (const { program } of this.#programs.values()) gl.deleteProgram(program);
    this.#programs.clear();
    gl.deleteBuffer(this.#buffer);
    gl.deleteVertexArray(this.#array);
  }

  #program({ variant, prelude }: Projection): Program {
    const known = this.#programs.get(variant);
    if (known) return known;
    const gl = this.#gl;
    const program = gl.createProgram();
    for (const [type, code] of [
      [gl.VERTEX_SHADER, `#version 300 es\n${prelude}\n${VERTEX}`],
      [gl.FRAGMENT_SHADER, FRAGMENT],
    ] as const) {
      const shader = gl.createShader(type)!;
      gl.shaderSource(shader, code);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
      gl.deleteShader(shader);
    }
    gl.linkProgram(program);
    // A lost context fails every call without a reason; the map tells of that itself.
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
      throw new Error(`arc shader: ${gl.getProgramInfoLog(program) ?? 'no log'}`);
    const locations = new Map<string, WebGLUniformLocation | null>();
    const uniform = (name: string): WebGLUniformLocation | null => {
      const known = locations.get(name);
      if (known !== undefined) return known;
      const found = gl.getUniformLocation(program, name);
      locations.set(name, found);
      return found;
    };
    const made = { program, uniform };
    this.#programs.set(variant, made);
    return made;
  }
}

/** Above so many arcs none is told from its neighbours by a casing, which would only be more to paint. */
const CASED = 2000;

/** Pieces an arc is drawn in. Few arcs are long and looked at closely; of many, each is a hair in a bundle, and a third of a pixel off at most. */
const segmentsFor = (count: number): number => (count <= 500 ? 48 : count <= 5000 ? 28 : count <= 20_000 ? 12 : 8);
