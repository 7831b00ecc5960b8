import { HEAD, TAIL } from '../scene/marks.ts';
import { BAND_LINE_PX, BAND_OPACITY } from '../look/width.ts';
import { HEADLESS, HOLLOW, WIDTH_STEPS } from '../scene/records.ts';

/**
 * Vertices of one arc: a strip of pairs along the bow, then one pair that widens into the head and one at its tip.
 * `PRELUDE` must define `vec4 projectTile(vec2)` for points of the Mercator square.
 */
export const VERTEX = `
layout(location = 0) in vec4 a_ends;
layout(location = 1) in float a_bow;
layout(location = 2) in vec4 a_from;
layout(location = 3) in vec4 a_to;
layout(location = 4) in vec4 a_style;
uniform vec2 u_viewport;
uniform float u_segments;
uniform float u_hover;
uniform float u_casing;
out vec4 v_colour;
out float v_across;
out float v_half;
out float v_along;
out float v_dash;
out float v_casing;

vec2 bowPoint(float t) {
  vec2 d = a_ends.zw - a_ends.xy;
  return a_ends.xy + d * t + vec2(-d.y, d.x) * (2.0 * a_bow * t * (1.0 - t));
}
vec2 bowTangent(float t) {
  vec2 d = a_ends.zw - a_ends.xy;
  return d + vec2(-d.y, d.x) * (2.0 * a_bow * (1.0 - 2.0 * t));
}
vec2 screen(vec4 p) {
  return p.xy / max(p.w, 1e-4) * 0.5 * u_viewport;
}

// The colour half way: 5, 6 and 5 bits in two bytes.
vec3 midColour() {
  float red = floor(a_style.z / 8.0);
  float green = mod(a_style.z, 8.0) * 8.0 + floor(a_style.w / 32.0);
  return vec3(red / 31.0, green / 63.0, mod(a_style.w, 32.0) / 31.0);
}

void main() {
  int pair = gl_VertexID >> 1;
  float side = (gl_VertexID & 1) == 0 ? -1.0 : 1.0;
  int segments = int(u_segments);
  float width = a_style.x / ${WIDTH_STEPS.toFixed(1)};
  float hovered = u_hover == float(gl_InstanceID) ? 1.0 : 0.0;
  width += hovered * 1.8;

  vec2 chord = screen(projectTile(a_ends.zw)) - screen(projectTile(a_ends.xy));
  float lengthPx = length(chord) * (1.0 + 0.6667 * a_bow * a_bow);
  bool hollow = a_style.y > ${(HOLLOW - 0.5).toFixed(1)};
  bool headless = !hollow && a_style.y > ${(HEADLESS - 0.5).toFixed(1)};
  float dash = headless ? a_style.y - ${HEADLESS.toFixed(1)} : a_style.y;
  float headLength = headless ? 0.0 : min(${HEAD.length.map((n) => n.toFixed(2)).join(' + width * ')}, lengthPx * 0.5);
  float neck = 1.0 - headLength / max(lengthPx, 1e-3);

  float t = pair > segments ? (pair == segments + 1 ? neck : 1.0) : neck * float(pair) / u_segments;
  vec2 at = bowPoint(t);
  vec4 p = projectTile(at);
  vec2 step = bowTangent(t) * 0.002;
  vec2 along = screen(projectTile(at + step)) - screen(projectTile(at - step));
  vec2 normal = normalize(vec2(-along.y, along.x) + vec2(1e-9, 0.0));

  bool dashed = dash > 0.0 && !hollow;
  // A dashed arc is too thin to taper: its tail would be lost.
  float halfWidth = 0.5 * width * (dashed ? 1.0 : mix(${TAIL.toFixed(2)}, 1.0, t));
  if (pair == segments + 1 && !headless) halfWidth = 0.5 * (${HEAD.width.map((n) => n.toFixed(2)).join(' + width * ')});
  if (pair == segments + 2) halfWidth = 0.0;
  v_casing = dashed || hollow ? 0.0 : u_casing;
  float reach = halfWidth + v_casing + 1.0;
  v_across = side * reach;
  v_half = halfWidth;
  v_along = lengthPx * (1.0 - t);
  // A hollow arc is told by a negative dash; its head, as that of a dashed one, is whole.
  v_dash = pair > segments ? 0.0 : hollow ? -1.0 : dash;
  v_colour = mix(a_from, a_to, t);
  v_colour.rgb = t < 0.5 ? mix(a_from.rgb, midColour(), t * 2.0) : mix(midColour(), a_to.rgb, t * 2.0 - 1.0);
  v_colour.a = min(1.0, v_colour.a + hovered);
  gl_Position = vec4(p.xy + normal * v_across / (0.5 * u_viewport) * p.w, p.z, p.w);
}`;

export const FRAGMENT = `#version 300 es
precision highp float;
in vec4 v_colour;
in float v_across;
in float v_half;
in float v_along;
in float v_dash;
in float v_casing;
uniform vec4 u_casingColour;
out vec4 colour;
void main() {
  float edge = v_half + 0.5 - abs(v_across);
  float core = clamp(edge, 0.0, 1.0);
  if (v_dash > 0.0) {
    float within = abs(mod(v_along, v_dash * 2.0) - v_dash) - v_dash * 0.5;
    core *= clamp(within + 0.5, 0.0, 1.0);
  }
  if (v_dash < 0.0) core = max(core * ${BAND_OPACITY.toFixed(2)}, clamp(${(BAND_LINE_PX / 2 + 0.5).toFixed(2)} - abs(v_across), 0.0, 1.0));
  float casing = v_casing > 0.0 ? clamp(edge + v_casing, 0.0, 1.0) * u_casingColour.a : 0.0;
  float a = core * v_colour.a;
  float under = casing * v_colour.a * (1.0 - a);
  colour = vec4(v_colour.rgb * a + u_casingColour.rgb * under, a + under);
}`;
