// How long a keystroke in the search takes: in the real data, and among 5,000 synthetic names. Prints two lines; gates nothing.
import { readings } from '../../data/search.ts';
import { entriesOf, type Entry } from '../../src/find/entries.ts';
import { readIndex, search } from '../../src/find/search.ts';
import { REAL, seeded } from '../fixtures/world.ts';

const LIMIT = 24;
/** Typed letter by letter: hanzi, pinyin, initials, English, two words, slips. */
const TYPED = [
  '格尔木市',
  'geermushi',
  'hxzhou',
  'Golmud solar',
  'Tianjin Huangnan',
  '浙江 海西',
  'Golmut',
  'hospitl of Xinnig',
  'zzzzzzzzzz',
];

const real = entriesOf(REAL);
const random = seeded(5000);
const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
/** Names put together from halves of real ones. */
const many = Array.from({ length: 5000 }, (_, i): Entry => {
  const [a, b] = [any(real), any(real)];
  const half = (text: string, from: number) => text.slice(Math.ceil((text.length * from) / 2), Math.ceil((text.length * (from + 1)) / 2));
  const join = (lang: 'zh' | 'en') => half(a.names[0]![lang], 0) + half(b.names[0]![lang], 1);
  return { ...a, id: `${a.id}-${i}`, names: [{ zh: join('zh'), en: join('en') }] };
});

function measure(entries: readonly Entry[], what: string): void {
  const file = readings(entries.flatMap(({ names }) => names.map(({ zh }) => zh)));
  const began = performance.now();
  const index = readIndex(entries, file);
  const ready = performance.now() - began;
  const all: number[] = [];
  for (let round = 0; round < 3; round++)
    for (const query of TYPED)
      for (let i = 1; i <= query.length; i++) {
        const from = performance.now();
        search(index, query.slice(0, i), LIMIT);
        if (round > 0) all.push(performance.now() - from);
      }
  all.sort((a, b) => a - b);
  const at = (part: number) => all[Math.min(all.length - 1, Math.floor(all.length * part))]!.toFixed(1);
  console.log(
    `search, ${what}: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, slowest ${at(1)} ms a keystroke; index ready in ${ready.toFixed(0)} ms`,
  );
}

measure(real, `the ${real.length} names of the data`);
measure(many, '5,000 synthetic names');
