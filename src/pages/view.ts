import type { Pairing } from '../../data/schema.ts';
import type { Theme } from '../look/themes.ts';
import { cameraOf, FRAME_BOX, seenBox, type Size, type SquareBox } from '../scene/frame.ts';
import type { PlaceMark, Scene } from '../scene/marks.ts';
import type { Point } from '../scene/mercator.ts';
import { scene } from '../scene/scene.ts';
import { textWidth } from '../look/letters.ts';
import { openPoints } from '../stage/framing.ts';
import type { Lang } from '../state/lang.ts';
import type { World } from '../state/world.ts';
import { boxOf, type StillGround } from '../still/ground.ts';
import { still } from '../still/still.ts';
import { pairingsOf, viewOf, type Subject } from './subjects.ts';

/** Width and height in CSS px for which a page's map is planned, on a wide screen and on a phone: of one shape, which the sheet of style keeps. */
const SIZE: Size = [720, 480];
const PHONE_PX = 390;
/** Room in px for names around what is open, and below it for the South China Sea inset, which stands in a lower corner and covers neither end. */
const AROUND = { left: 140, top: 44, right: 140, bottom: 152 };
/** Size of names on a phone, as the sheet of style has it, and the room on the outer side of an end there, in px. */
const [PHONE_NAME_PX, PHONE_ROOM_PX] = [11.5, 66];
/** Around all of China. */
const EDGE = { left: 14, top: 10, right: 14, bottom: 36 };
/** No map comes nearer: the ground is that of the first view. */
const NEAREST = 5;

/** The map of a page, for any width: two pictures of the ground and the marks over them, all in per cent of the map's box. */
export interface PageView {
  /** Where the ground's picture stands. */
  ground: Record<'x' | 'y' | 'width' | 'height', string>;
  /** Where the frame of the still stands, and in it the still. */
  frame: Record<'x' | 'y' | 'width' | 'height', string>;
  marks: string;
}

/** What a page's map shows of the square: what is open, as the atlas opens it, or all of China. */
function seenOf(world: World, subject: Subject, drawn: Scene): SquareBox {
  const points = subject.kind === 'pairing' ? openPoints(world, { pairing: subject.pairing, route: null, place: null }, drawn) : [];
  const [width, height] = SIZE;
  const whole = { left: 0, top: 0, right: width, bottom: height };
  const camera = points.length ? cameraOf(boxAround(points), SIZE, AROUND, NEAREST) : cameraOf(FRAME_BOX, SIZE, EDGE);
  return seenBox(camera, SIZE, whole);
}

function boxAround(points: readonly Point[]): SquareBox {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** What of a scene a page draws: of a pairing itself and its family, since the others would cross so small a picture; of a list all of it. */
function sceneOf(world: World, subject: Subject, theme: Theme): Scene {
  const shown = subject.kind === 'pairing' ? null : pairingsOf(subject);
  const whole = scene(world, viewOf(subject), theme, shown);
  if (subject.kind !== 'pairing') return whole;
  const { id, parent } = subject.pairing;
  const isNear = (other: string) => [id, parent].includes(other) || world.findPairing(other)?.parent === id;
  const arcs = whole.arcs.filter((arc) => isNear(arc.id));
  const ends = new Set(arcs.flatMap((arc) => endsOf(world, world.findPairing(arc.id))));
  return {
    ...whole,
    arcs,
    routes: whole.routes.filter((route) => isNear(route.pairing)),
    places: whole.places.filter((place) => ends.has(place.id)),
  };
}

/** Ids of the places at which a pairing's arc is drawn to end. */
const endsOf = (world: World, pairing: Pairing | null): string[] =>
  pairing ? [pairing.donor, pairing.recipient].map((id) => world.drawnAt(id).id) : [];

/** Marks named as the page names them: Zhejiang, where the map of the atlas has room for its capital too. */
function named(world: World, subject: Subject, places: readonly PlaceMark[]): PlaceMark[] {
  const ends = pairingsOf(subject).flatMap(({ donor, recipient }) => [donor, recipient]);
  const regions = new Map(ends.map((id) => [world.drawnAt(id).id, world.place(id)]));
  return places.map((mark) => {
    const region = regions.get(mark.id);
    return region ? { ...mark, label: { ...mark.label, words: { zh: region.zh, en: region.en } } } : mark;
  });
}

/** A scene whose dots and names say on which screens they stand, as the still asks of them. Where only some are to be named, these are named on all. */
function thinned(drawn: Scene, ends: ReadonlySet<string> | null, lang: Lang, { width }: SquareBox): Scene {
  const zoom = (px: number) => Math.log2(px / width / 512);
  const [narrow, wide] = [zoom(PHONE_PX), zoom(SIZE[0])];
  const [ALL, WIDE, NONE] = [0, 3, 9];
  const room = (minzoom: number) => (minzoom <= narrow ? ALL : minzoom <= wide ? WIDE : NONE);
  const own = ({ label }: PlaceMark): PlaceMark['label'] => {
    const width = textWidth(label.words[lang], PHONE_NAME_PX);
    const beside = label.side === 'left' || label.side === 'right';
    return { ...label, side: beside && width > PHONE_ROOM_PX ? 'below' : label.side, minzoom: width > 2 * PHONE_ROOM_PX ? WIDE : ALL };
  };
  return {
    ...drawn,
    places: drawn.places.map((mark) => ({
      ...mark,
      ...(ends && !ends.has(mark.id) ? { radiusPx: 2.5 } : {}),
      minzoom: ends ? (ends.has(mark.id) ? ALL : WIDE) : room(mark.minzoom),
      label: ends?.has(mark.id) ? own(mark) : { ...mark.label, minzoom: ends ? NONE : room(mark.label.minzoom) },
    })),
  };
}

/** The map of a page. `name` begins the ids in it. */
export function pageView(
  world: World,
  subject: Subject,
  lang: Lang,
  theme: Theme,
  ground: Pick<StillGround, 'bounds' | 'width' | 'height'>,
): PageView {
  const drawn = sceneOf(world, subject, theme);
  const seen = seenOf(world, subject, drawn);
  const ends = subject.kind === 'pairing' ? new Set(endsOf(world, subject.pairing)) : null;
  const part = (of: number, whole: number) => `${((of / whole) * 100).toFixed(3)}%`;
  const at = (box: SquareBox) => ({
    ...{ x: part(box.x - seen.x, seen.width), y: part(box.y - seen.y, seen.height) },
    ...{ width: part(box.width, seen.width), height: part(box.height, seen.height) },
  });
  return {
    ground: at(boxOf(ground)),
    frame: at(FRAME_BOX),
    marks: still(thinned({ ...drawn, places: named(world, subject, drawn.places) }, ends, lang, seen), theme, lang, 'arc'),
  };
}
