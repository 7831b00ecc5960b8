import { GLYPHS, SECTION_GLYPHS } from '../look/glyphs.ts';
import { BRANCH_DASH_PX, DASH_PX, STROKES } from '../look/strokes.ts';
import type { Theme } from '../look/themes.ts';
import { BAND_LINE_PX, BAND_OPACITY, HAIRLINE_PX, PLAIN_PX, THIN_PX } from '../look/width.ts';
import type { Standing } from '../state/known.ts';
import type { World } from '../state/world.ts';
import { counted, exploreWords } from '../text/explore.ts';
import type { Lang } from '../state/lang.ts';
import { branchSection } from '../text/branch.ts';
import { row } from '../text/list.ts';
import { measureText } from '../text/measure.ts';
import { messages } from '../text/messages.ts';
import type { Short } from '../text/share.ts';
import type { Scene } from './marks.ts';
import type { Point } from './mercator.ts';
import { ribbon } from './ribbon.ts';

/** The paint that stands for an arc's colours, from donor to recipient along a sign: whoever draws it has a gradient for it. */
const RAMP = 'ramp';

/** One area or stroke of a sign, in px: x from 0 to the sign's length, y = 0 half way up. */
interface SignShape {
  d: string;
  /** Six-digit hex, or `RAMP`; none where left out. */
  fill?: string;
  fillOpacity?: number;
  stroke?: string;
  widthPx?: number;
  dashPx?: readonly number[];
  cap?: 'butt' | 'round';
  /** As SVG has it: where a glyph's box of 24 stands. */
  transform?: string;
}

export interface LegendRow {
  /** What the row is about; a row without a sign is a sentence on the rows after it. */
  kind: 'width' | 'shade' | 'section' | 'way' | 'network' | 'dot';
  sign: SignShape[] | null;
  words: string;
  /** What a page with little room may say more shortly, and the number of arcs it is said of. */
  short?: { what: Short; n?: number };
}

/** Width in px of the band that stands for joint figures. */
const BAND_PX = 5;
const BRANCH_PX = 3;
const GLYPH_PX = 16;
const DOT_PX = 4.5;

/** The legend of a scene as rows, the most telling first. `signPx` is the length of its signs. */
export function legendRows(
  { legend, branches, arcs, regions }: Scene,
  world: World,
  theme: Theme,
  lang: Lang,
  signPx: number,
): LegendRow[] {
  const [m, words] = [messages(lang), exploreWords(lang)];
  const { standings } = legend;
  const amount = (value: number) => measureText(value, legend.measure, lang);
  const standing = (n: number, sign: SignShape[], what: Exclude<Standing, 'reported'> | 'planned'): LegendRow[] =>
    n
      ? [
          {
            kind: 'width',
            sign,
            words: counted(what === 'planned' ? words.planned : words.standing[what], n, lang),
            ...(what === 'planned' ? {} : { short: { what, n } }),
          },
        ]
      : [];
  // Where widths say nothing the network's lines are whole.
  const hair = (colour: string): SignShape[] => {
    // A hairline has a head while it is open.
    const headed = arcs.some((arc) => arc.head && arc.to === colour);
    if (legend.measure !== 'none') return line(signPx, HAIRLINE_PX, DASH_PX.none, colour, headed ? colour : null);
    const { body, head } = ribbon(straight(signPx), PLAIN_PX);
    return [body, ...(headed ? [head] : [])].map((d) => ({ d, fill: colour }));
  };
  /** Whether any arc has the colours that run from donor to recipient, on a whole line. */
  const coloured = arcs.some(({ branch, dashPx, hollow, from, to }) => !branch && !dashPx && !hollow && from !== to);
  /** Arcs that stand for many: in the one colour that they have. */
  const { bundles } = legend;
  const bundled: LegendRow[] = bundles
    ? [
        { kind: 'width', sign: null, words: words.bundled(bundles.bundles, bundles.left) },
        ...bundles.widths.map(({ count, widthPx }): LegendRow => ({
          kind: 'width',
          sign: arc(signPx, widthPx, theme).map((shape) => ({ ...shape, fill: theme.arc.mid })),
          words: words.bundleOf(count),
        })),
      ]
    : [];
  return [
    ...bundled,
    ...(bundles && arcs.length === bundles.bundles
      ? []
      : [{ kind: 'width' as const, sign: null, words: words.arcWidth(words.measureNote[legend.measure]) }]),
    // While an arc is unfolded all others stand back, and their widths say little.
    ...(branches.length ? [] : legend.widths).map(({ amount: value, widthPx }): LegendRow => ({
      kind: 'width',
      sign: arc(signPx, widthPx, theme),
      words: amount(value),
    })),
    ...(coloured && (branches.length || !legend.widths.length)
      ? [{ kind: 'width' as const, sign: arc(signPx, PLAIN_PX, theme), words: m.pairing }]
      : []),
    ...standing(standings.joint, band(signPx, theme), 'joint'),
    ...standing(standings.part, arc(signPx, THIN_PX, theme), 'part'),
    ...standing(legend.planned, line(signPx, THIN_PX, DASH_PX.planned, RAMP, theme.arc.to), 'planned'),
    ...standing(standings.none, hair(theme.ui.soft), 'none'),
    ...(legend.shades.length
      ? ([
          {
            kind: 'shade',
            sign: swatches(signPx, theme),
            words: words.shades(
              row(
                legend.shades.map(({ to }) => amount(to)),
                lang,
              ),
            ),
          },
          { kind: 'shade', sign: null, words: words.shadesNote, short: { what: 'unshaded' } },
        ] satisfies LegendRow[])
      : []),
    ...[...new Set(branches.map(({ section }) => section))].map((section): LegendRow => {
      const [trains, ...other] = new Set(branches.flatMap((branch) => (branch.section === section ? (branch.trains ?? []) : [])));
      const colour = theme.channel[section];
      const dash = BRANCH_DASH_PX[section];
      const stroke: SignShape = { d: `M2 0H${signPx - 2}`, stroke: colour, widthPx: BRANCH_PX, ...(dash ? { dashPx: [dash, dash] } : {}) };
      return {
        kind: 'section',
        sign: [stroke, ...glyph(signPx, SECTION_GLYPHS[section], colour, theme)],
        words: branchSection({ section, ...(trains && { trains: other.length ? 'both' : trains }) }, lang),
      };
    }),
    ...legend.ways.map((way): LegendRow => {
      const strokes = STROKES[way](theme);
      const lines = strokes.map(({ colour, widthPx, dashPx, cap }): SignShape => ({
        ...{ d: `M2 0H${signPx - 2}`, stroke: colour, widthPx, cap },
        ...(dashPx ? { dashPx } : {}),
      }));
      // A plane flies along its line.
      const sign = way === 'road' ? [] : glyph(signPx, GLYPHS[way].path, strokes.at(-1)!.glyph, theme, GLYPHS[way].turns ? 90 : 0);
      return { kind: 'way', sign: [...lines, ...sign], words: m.legendWay[way] };
    }),
    ...(legend.network.length ? [{ kind: 'network' as const, sign: null, words: m.legendNetwork }] : []),
    ...legend.network.map(({ programme, colour }): LegendRow => ({
      kind: 'network',
      sign: hair(colour),
      words: world.programme(programme).name[lang],
    })),
    { kind: 'dot', sign: dot(theme.dot.donor, theme), words: m.donor },
    { kind: 'dot', sign: dot(theme.dot.recipient, theme), words: m.recipient },
    ...(regions.some(({ level }) => level !== 'shade') ? [{ kind: 'dot' as const, sign: area(theme), words: m.legendRecipient }] : []),
  ];
}

const straight = (signPx: number): Point[] => Array.from({ length: 21 }, (_, i): Point => [(i / 20) * signPx, 0]);

/** A tapering arc with its head, as one is drawn on the map. */
function arc(signPx: number, widthPx: number, theme: Theme): SignShape[] {
  const { body, head } = ribbon(straight(signPx), widthPx);
  return [
    { d: body, fill: RAMP },
    { d: head, fill: theme.arc.to },
  ];
}

/** A band with a line in its middle. */
function band(signPx: number, theme: Theme): SignShape[] {
  const { body, head } = ribbon(straight(signPx), BAND_PX);
  return [
    { d: body, fill: RAMP, fillOpacity: BAND_OPACITY },
    // A gradient has no room on a line that is quite level.
    { d: `M0 0L${signPx - 4} 0.01`, stroke: RAMP, widthPx: BAND_LINE_PX },
    { d: head, fill: theme.arc.to },
  ];
}

/** A dashed line, with a head of a colour or without one, as hairlines at rest. */
function line(signPx: number, widthPx: number, dashPx: number, stroke: string, fill: string | null): SignShape[] {
  return [
    { d: `M0 0L${signPx - (fill ? 7 : 0)} 0.01`, stroke, widthPx, dashPx: [dashPx, dashPx] },
    ...(fill ? [{ d: ribbon(straight(signPx), widthPx).head, fill }] : []),
  ];
}

const swatches = (signPx: number, { shades, shadeOpacity }: Theme): SignShape[] =>
  shades.map((fill, i) => {
    const step = signPx / shades.length;
    return { d: `M${i * step} -5h${step}v10h${-step}z`, fill, fillOpacity: shadeOpacity };
  });

/** A glyph in the middle of its line, on a disc that keeps the two apart. */
function glyph(signPx: number, d: string, fill: string, theme: Theme, turn = 0): SignShape[] {
  const [at, scale] = [`translate(${(signPx - GLYPH_PX) / 2} ${-GLYPH_PX / 2})`, `scale(${(GLYPH_PX / 24).toFixed(3)})`];
  return [
    { d: circle(signPx / 2, GLYPH_PX / 2), fill: theme.route.casing },
    { d, fill, transform: `${at} ${scale}${turn ? ` rotate(${turn} 12 12)` : ''}` },
  ];
}

const circle = (x: number, r: number): string => `M${x - r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export const dot = (fill: string, theme: Theme): SignShape[] => [{ d: circle(8, DOT_PX), fill, stroke: theme.dot.stroke, widthPx: 1.5 }];
const area = ({ recipient }: Theme): SignShape[] => [
  { d: 'M2 -5h12v10h-12z', fill: recipient.fill, fillOpacity: recipient.fillOpacity, stroke: recipient.line, widthPx: 1.2 },
];

/** A shape's attributes, as SVG names them; none where undefined. `ramp` is the id of the gradient that stands for an arc's colours. */
export function attributesOf({ d, fill, fillOpacity, stroke, widthPx, dashPx, cap, transform }: SignShape, ramp: string) {
  const paint = (colour: string) => (colour === RAMP ? `url(#${ramp})` : colour);
  return {
    d,
    fill: fill ? paint(fill) : 'none',
    'fill-opacity': fillOpacity,
    stroke: stroke && paint(stroke),
    'stroke-width': widthPx,
    'stroke-dasharray': dashPx?.join(' '),
    'stroke-linecap': cap,
    transform,
  };
}
