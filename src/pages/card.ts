import { LIGHT, type Theme } from '../look/themes.ts';
import { FRAME_BOX } from '../scene/frame.ts';
import type { Scene } from '../scene/marks.ts';
import { project, type Point } from '../scene/mercator.ts';
import { scene } from '../scene/scene.ts';
import { textWidth } from '../look/letters.ts';
import { lettered, round, wrap, type Lettering } from '../sheet/lettering.ts';
import { arcShape, fitted, sheetMap, type Fitted, type SheetGround } from '../sheet/map.ts';
import { known } from '../state/known.ts';
import type { Lang } from '../state/lang.ts';
import { DEFAULTS } from '../state/url.ts';
import type { World } from '../state/world.ts';
import { gradient } from '../still/lines.ts';
import { figureText, periodText } from '../text/figure.ts';
import { messages } from '../text/messages.ts';
import { jointText, pairingLine, tallyTexts } from '../text/pairing.ts';
import { tally } from '../state/count.ts';
import { exploreWords } from '../text/explore.ts';
import { pageWords } from '../text/page.ts';
import { pairsText } from '../text/view.ts';
import { CARD_PX } from './about.ts';
import { pairingsOf, titleOf, viewOf, type Subject } from './subjects.ts';

/** The one family that cards are set in, whose letters the build brings along: what a machine has of its own is not asked. */
export const CARD_FONT = 'Noto Sans SC';

const { width: WIDTH, height: HEIGHT } = CARD_PX;
/** How much larger than on the page lines and dots are: cards are seen at a quarter of their size. */
const SCALE = 1.5;
const SIZE: Point = [WIDTH / SCALE, HEIGHT / SCALE];
/** Px left of the frame, for the words, and around it. */
const [LEFT, EDGE] = [344, 16];
const px = (HEIGHT - 2 * EDGE) / FRAME_BOX.height;
/** What a card shows of the square: all of China, on its right side. */
const SEEN = {
  x: FRAME_BOX.x - (WIDTH - EDGE - FRAME_BOX.width * px) / px,
  y: FRAME_BOX.y - EDGE / px,
  width: WIDTH / px,
  height: HEIGHT / px,
};
const FIT: Fitted = { ...fitted(SEEN, SIZE, 0), whole: true };
/** Colours of a card: beyond China the land is the paper on which words stand, and no water crosses it. */
const { paper } = LIGHT.ui;
const theme: Theme = {
  ...LIGHT,
  ground: { ...LIGHT.ground, land: paper, veil: paper, border: paper, lake: paper, river: paper },
};

/** Px from the top of one card to that of the next in `stacked`: what leaves one at its top or bottom must not come into another. */
export const PITCH = HEIGHT + 120;

/** Cards one below the other as one SVG: letters are then loaded once for all of them. */
export const stacked = (cards: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${PITCH * cards.length}" font-family="${CARD_FONT}">${cards.map((card, i) => `<g transform="translate(0 ${PITCH * i})">${card}</g>`).join('')}</svg>`;

/** What all cards have in common: the ground with the South China Sea inset, and the notice. */
export function cardGround(world: World, ground: SheetGround, lang: Lang, notice: string): string {
  const { regions } = scene(world, DEFAULTS, theme);
  const empty: Scene = { ...scene(world, DEFAULTS, theme, []), arcs: [], routes: [], places: [], branches: [], regions };
  const map = sheetMap({
    ...{ scene: empty, ground: { ...ground, names: [] }, theme, lang, size: SIZE, fit: FIT, outline: true },
    ...{ always: new Set<string>(), insetName: messages(lang).inset },
  });
  const foot = wrap(notice, 15, WORDS, 3);
  return (
    `<g transform="scale(${SCALE})">${map}</g><rect width="${LEFT + 28}" height="${HEIGHT}" fill="${paper}"/>` +
    foot.map((line, i) => lettered(line, X, HEIGHT - 26 - (foot.length - 1 - i) * 21, { size: 15, colour: theme.ui.faint })).join('')
  );
}

/** Left edge of words, and the width that they may take: of a name at the top, beside which there is nothing of China, and below it. */
const [X, NAME, WORDS] = [44, LEFT + 60, LEFT - 20];

/** A name as large as its column lets it be, in one line or, smaller, in two; in three where it is very long. */
function nameLines(text: string, most: number, least: number): { lines: string[]; size: number } {
  for (let size = most; size > least; size -= 2) {
    const lines = wrap(text, size * 1.04, NAME);
    const whole =
      lines.every((line) => textWidth(line, size * 1.04) <= NAME) && text.split(' ').every((word) => textWidth(word, size * 1.04) <= NAME);
    if (whole && lines.length <= (size > most * 0.62 ? 1 : 2)) return { lines, size };
  }
  return { lines: wrap(text, least * 1.04, NAME, 3), size: least };
}

/** A line of words. The family's own apostrophe is as wide as a Chinese letter. */
const line = (text: string, x: number, y: number, look: Lettering): string => lettered(text.replaceAll('’', "'"), x, y, look);

/** What stands over the ground: the arcs of the page's view, who helps whom in the largest letters there is room for, and the first number. */
export function cardWords(world: World, subject: Subject, lang: Lang): string {
  const m = messages(lang);
  let y = 46;
  let out = '';
  const say = (lines: readonly string[], size: number, colour: string, weight: number, leading = 1.2) => {
    for (const text of lines) {
      out += line(text, X, y + size * 0.88, { size, colour, weight });
      y += size * leading;
    }
  };
  const kicker =
    subject.kind === 'pairing'
      ? world.programme(subject.pairing.programme).name[lang]
      : subject.kind === 'place'
        ? [...new Set(subject.lists.map(({ way }) => exploreWords(lang).facet[way]))].join(' · ')
        : pageWords(lang).kind.programme;
  say([`${m.title} · ${kicker}`], 25, theme.ui.accent, 700);
  y += 20;
  if (subject.kind === 'pairing') {
    const [donor, recipient] = [subject.pairing.donor, subject.pairing.recipient].map((id) => world.place(id)[lang]);
    const [from, to] = [nameLines(donor!, 92, 40), nameLines(`→ ${recipient!}`, 92, 40)];
    const size = Math.min(from.size, to.size);
    const set = (text: string) => wrap(text, size * 1.04, NAME, 2);
    say(set(donor!), size, theme.text.donor, 700, 1.16);
    say(set(`→ ${recipient!}`), size, theme.text.recipient, 700, 1.16);
  } else {
    const { lines, size } = nameLines(titleOf(world, subject, lang), 104, 36);
    say(lines, size, theme.ui.ink, 700, 1.16);
  }
  y += 26;
  const { number, words } = numberOf(world, subject, lang);
  if (number)
    say(
      wrap(number, (textWidth(number, 54) > WORDS ? 42 : 54) * 1.04, WORDS, 3),
      textWidth(number, 54) > WORDS ? 42 : 54,
      theme.ui.ink,
      700,
      1.16,
    );
  y += number ? 8 : 0;
  say(wrap(words, 25, WORDS, 4), 25, theme.ui.soft, 400, 1.36);
  return `${arcsOf(world, subject, `${subject.id}-${lang}`)}${out}`;
}

/** The number a card shows in large letters, and what it is: the aid of a pairing, or how much there is of others. What is not reported is said to be so, in words. */
function numberOf(world: World, subject: Subject, lang: Lang): { number: string; words: string } {
  const m = messages(lang);
  if (subject.kind !== 'pairing') {
    const pairings = pairingsOf(subject);
    return { number: pairsText(pairings, lang), words: tallyTexts(tally(pairings), lang).slice(0, 3).join(' · ') };
  }
  const { pairing } = subject;
  const found = known(world, pairing, 'aid');
  const { figure, standing } = found;
  if (!figure) return { number: '', words: pairingLine(world, pairing, lang) };
  const others = jointText(world, pairing, found, lang);
  const words = [
    standing === 'part' ? (figure.measure === 'aid-planned' ? m.onlyPlan : m.onlyPart) : m.total,
    periodText({ ...figure, basis: 'stated' }, lang),
    others && m.jointly(others),
  ];
  return { number: figureText(figure, lang), words: words.filter(Boolean).join(' · ') };
}

/** The arcs of a page's view, wide enough to be seen at a quarter of their size; of a pairing its own alone, with its ends. */
function arcsOf(world: World, subject: Subject, name: string): string {
  const isOne = subject.kind === 'pairing';
  const drawn = scene(world, viewOf(subject), theme, isOne ? null : pairingsOf(subject));
  // Few are drawn as boldly as one.
  const bold = isOne || drawn.arcs.length <= 3;
  const arcs = (isOne ? drawn.arcs.filter(({ id }) => id === subject.id) : drawn.arcs).map((arc) => ({
    ...arc,
    ...(arc.dashPx
      ? { widthPx: bold ? 2.6 : 1.2, dashPx: bold ? 7 : 4 }
      : { widthPx: bold ? Math.max(arc.widthPx, 5) : arc.widthPx + 0.8 }),
    opacity: 1,
  }));
  const ends = new Set(
    (isOne ? [subject.pairing] : pairingsOf(subject))
      .flatMap(({ donor, recipient }) => [donor, recipient])
      .map((id) => world.drawnAt(id).id),
  );
  const dots = drawn.places
    .filter(({ id, role }) => ends.has(id) && (bold || role !== 'far'))
    .map(({ point, colour, radiusPx }) => {
      const [x, y] = FIT.put(project(point));
      return `<circle cx="${round(x)}" cy="${round(y)}" r="${radiusPx + (bold ? 2 : 0)}" fill="${colour}" stroke="${theme.dot.stroke}" stroke-width="1.8"/>`;
    });
  const defs = arcs.map((arc, i) => gradient(arc, `${name}-${i}`, FIT.put)).join('');
  return `<defs>${defs}</defs><g transform="scale(${SCALE})">${arcs.map((arc, i) => arcShape(arc, `${name}-${i}`, FIT.put)).join('')}${dots.join('')}</g>`;
}

/** The card of the atlas: its first view, under its name in both languages. */
export function firstCard(world: World): string {
  const drawn = scene(world, DEFAULTS, theme);
  const arcs = drawn.arcs.filter(({ dashPx }) => dashPx === 0);
  const defs = arcs.map((arc, i) => gradient(arc, `atlas-${i}`, FIT.put)).join('');
  const [zh, en] = [messages('zh'), messages('en')];
  const lines: [string, number, string, number, number][] = [
    [zh.title, 120, theme.ui.ink, 700, 120],
    [en.title, 60, theme.ui.accent, 700, 208],
    [zh.subtitle, 34, theme.ui.soft, 400, 290],
    [en.subtitle, 27, theme.ui.soft, 400, 340],
  ];
  return (
    `<defs>${defs}</defs><g transform="scale(${SCALE})">${arcs.map((arc, i) => arcShape(arc, `atlas-${i}`, FIT.put)).join('')}</g>` +
    lines.map(([text, size, colour, weight, y]) => line(text, X, y + size * 0.3, { size, colour, weight })).join('')
  );
}
