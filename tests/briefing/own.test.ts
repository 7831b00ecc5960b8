import { readFileSync, readdirSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkDeck } from '../../src/briefing/check.ts';
import { changed, History, moved, withAfter, without } from '../../src/briefing/own/edits.ts';
import { faultsOf } from '../../src/briefing/own/faults.ts';
import { figuresFound } from '../../src/briefing/own/figures.ts';
import { fragmentOf, textIn } from '../../src/briefing/own/link.ts';
import { KINDS, readDeck, writeDeck, type Deck } from '../../src/state/deck.ts';
import { addToKept, deckIn, keepDeck, keptDeck, textOf } from '../../src/state/draft.ts';
import { spoken } from '../../src/text/brief.ts';
import { slideOfView } from '../../src/text/slide.ts';
import { WORLD } from '../fixtures/world.ts';

const slide = (words: string, notes = ''): Deck['slides'][number] => ({ kind: 'statement', view: '', words, notes });
const deckOf = (...slides: Deck['slides']): Deck => ({ title: 'T', lang: 'en', slides });
const ABC = deckOf(slide('a'), slide('b'), slide('c'));
const order = ({ slides }: Deck): string => slides.map(({ words }) => words).join('');

/** A store of a device, or one without room. */
function storeOf(full = false) {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (full) throw new DOMException('no room', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
}

describe('edits', () => {
  test('slides are moved, left out, put in and changed, and the deck before stays what it was', () => {
    expect(order(moved(ABC, 0, 2))).toBe('bca');
    expect(order(moved(ABC, 2, 0))).toBe('cab');
    expect(order(moved(ABC, 1, 9))).toBe('acb');
    expect(order(moved(ABC, 9, 0))).toBe('abc');
    expect(order(without(ABC, 1))).toBe('ac');
    expect(order(without(deckOf(slide('a')), 0))).toBe('a');
    expect(order(withAfter(ABC, 0, slide('x')))).toBe('axbc');
    expect(order(changed(ABC, 1, { words: 'x' }))).toBe('axc');
    expect(order(ABC)).toBe('abc');
  });

  test('what was done is taken back and done again; a word is taken back at once, two changes one by one', () => {
    const history = new History('');
    history.set('o', 'words', 0);
    history.set('on', 'words', 100);
    history.set('one', 'words', 200);
    history.set('one.', 'words', 9000);
    history.undo();
    expect(history.present).toBe('one');
    history.undo();
    expect([history.present, history.canUndo]).toEqual(['', false]);
    history.undo();
    history.redo();
    expect(history.present).toBe('one');
    history.set('two');
    expect(history.canRedo).toBe(false);
  });
});

describe('the draft', () => {
  test('is kept as it stands, however little of a brief it is', () => {
    const odd = {
      title: '',
      lang: 'zh' as const,
      slides: [
        { kind: 'pairing' as const, view: 'pair', words: '---\nkind: map\n---', notes: '--> \n---' },
        ...KINDS.map((kind) => ({ kind, view: '', words: '', notes: '' })),
      ],
    };
    const store = storeOf();
    expect(keepDeck(store, odd)).toBe(true);
    expect(keptDeck(store)).toEqual(odd);
    // Half done, it is no file, and a page of one file opens with it all the same.
    expect(readDeck(writeDeck(odd)).deck).toBeNull();
    expect(deckIn(textOf(odd))).toEqual(odd);
    expect(textOf(ABC)).toBe(writeDeck(ABC));
  });

  test('takes a slide at its end, or begins with it', () => {
    const store = storeOf();
    expect(addToKept(store, slide('a'), { title: 'T', lang: 'en' })).toBe(1);
    expect(addToKept(store, slide('b'), { title: 'other', lang: 'zh' })).toBe(2);
    expect(keptDeck(store)).toEqual(deckOf(slide('a'), slide('b')));
    const full = deckOf(...Array.from({ length: 100 }, (_, i) => slide(`${i}`)));
    expect(keepDeck(store, full)).toBe(true);
    expect(addToKept(store, slide('c'), { title: 'T', lang: 'en' })).toBe(0);
    expect(withAfter(full, 0, slide('c'))).toBe(full);
    expect(keptDeck(store)).toEqual(full);
  });

  test('that cannot be read is put aside, and one that cannot be kept says so', () => {
    for (const text of [
      '{',
      '{"title":"T","lang":"en","slides":[]}',
      '{"title":"T","lang":"en","slides":[{"kind":"chart"}]}',
      'null',
      '[]',
    ]) {
      const store = storeOf();
      store.kept.set('shanhai-brief', text);
      expect(keptDeck(store), text).toBeNull();
      expect([...store.kept.values()], text).toEqual([text, text]);
    }
    const full = storeOf(true);
    full.kept.set('shanhai-brief', '{');
    expect(keptDeck(full)).toBeNull();
    expect(keepDeck(full, ABC)).toBe(false);
    expect(keepDeck(null, ABC)).toBe(false);
    expect(addToKept(full, slide('a'), { title: 'T', lang: 'en' })).toBeNull();
  });
});

/** What somebody may type that a file has another meaning for. */
const ODD = [
  '---',
  'a\n---\nkind: map\n---\nb',
  '<!-- a -->',
  'a --> b',
  '<!--',
  '-->',
  '"A" and "B"',
  '"A"',
  "'",
  '{{',
  '}}{{aid-total}}',
  'kind: map',
  '# #\n- -',
  '😀𠮷é\u200b',
  '\\ \u2028 & ?#%',
  'a\r\nb',
  '<script>alert(1)</script>',
];

describe('a file', () => {
  test.each(ODD)('of “%s” can be opened again, and has as many slides', (text) => {
    const deck = { title: text, lang: 'en' as const, slides: [slide(text, text), slide('last')] };
    const written = writeDeck(deck);
    const { deck: read, problems } = readDeck(written);
    expect(problems).toEqual([]);
    expect(read!.slides).toHaveLength(2);
    expect(read!.slides[1]).toEqual(slide('last'));
    expect(read!.title).toBe(text.replace(/[\r\n\u2028]+/g, ' '));
    expect(writeDeck(read!)).toBe(written);
  });

  test('made to keep a reader busy is read at once', () => {
    const head = '---\ntitle: T\nlang: en\nkind: cover\n---\n';
    const began = performance.now();
    readDeck(head + '<!--'.repeat(100_000));
    readDeck(head + '-->'.repeat(100_000));
    const { deck } = readDeck(`${head}{{${' '.repeat(200_000)}`);
    faultsOf(WORLD, deck!, 0);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('a link', () => {
  const folder = new URL('../../data/briefs/', import.meta.url);
  const shipped = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  test.each([...shipped, ...ODD, 'x'.repeat(100_000)].map((text) => [text.slice(0, 30), text]))(
    'of “%s” holds all of it',
    async (_, text) => {
      const fragment = await fragmentOf(text);
      expect(fragment).toMatch(/^deck=[\w-]+$/);
      expect(await textIn(`#${fragment}`)).toBe(text);
    },
  );

  test('of another kind is none, and one that is broken, or unfolds to more than any brief, is refused', async () => {
    for (const other of ['', '#', '#deck=', '#deck=a b', '#slide=3']) expect(await textIn(other), other).toBeNull();
    const whole = await fragmentOf(shipped[0]!);
    await expect(textIn(`#${whole.slice(0, -40)}`)).rejects.toThrow();
    await expect(textIn('#deck=AAAA')).rejects.toThrow();
    const bomb = deflateRawSync(Buffer.alloc(20_000_000)).toString('base64url');
    await expect(textIn(`#deck=${bomb}`)).rejects.toThrow(/more than 400000 bytes/);
    const notText = deflateRawSync(Buffer.from([0xff, 0xfe])).toString('base64url');
    await expect(textIn(`#deck=${notText}`)).rejects.toThrow();
  });
});

describe('a slide of a view', () => {
  test.each([
    ['', 'map'],
    ['lang=en&theme=dark&measure=aid', 'map'],
    ['donor=donghai', 'map'],
    ['from=2021&to=2025', 'map'],
    ['tab=table&sort=-rate', 'table'],
    ['pairing=donghai-xishan', 'pairing'],
    ['pairing=donghai-xishan&unfold=flights&tab=dossier', 'pairing'],
    ['pairing=donghai-xishan&compare=haigang-yunling&tab=compare', 'compare'],
    ['pairing=nowhere&compare=none&tab=compare', 'map'],
  ])('“%s” is of kind %s, and stands before the record in both languages', (query, kind) => {
    for (const lang of ['zh', 'en'] as const) {
      const made = slideOfView(WORLD, query, lang);
      expect(made.kind).toBe(kind);
      expect(made.view).not.toMatch(/lang=|theme=|tab=/);
      expect(made.words, query).toMatch(/^# ./);
      if (!query.includes('nowhere')) expect(checkDeck(WORLD, writeDeck({ title: 'T', lang, slides: [made] })).problems).toEqual([]);
    }
  });

  test('of a pairing has its figures as references, which say them with their period', () => {
    const { words } = slideOfView(WORLD, 'pairing=donghai-xishan', 'en');
    expect(words.match(/\{\{/g)!.length).toBeGreaterThan(1);
    expect(words.replace(/\{\{.*?\}\}/g, '')).not.toMatch(/\d/);
    expect(spoken(WORLD, words, 'en')).not.toContain('{{');
  });
});

describe('figures', () => {
  test('are found by pairing, label, amount and id, in either language, and those of the open pairing come first', () => {
    const figure = WORLD.dataset.pairings.flatMap(({ figures }) => figures).find(({ value }) => value !== null)!;
    expect(figuresFound(WORLD, figure.id, null, 'en')[0]!.id).toBe(figure.id);
    for (const label of [figure.label.zh, figure.label.en]) expect(figuresFound(WORLD, label, null, 'en').length).toBeGreaterThan(0);
    const { pairing } = WORLD.findFigure(figure.id)!;
    const [first] = figuresFound(WORLD, figure.label.en, pairing!.id, 'zh');
    expect(WORLD.findFigure(first!.id)!.pairing!.id).toBe(pairing!.id);
    expect(figuresFound(WORLD, '  ', null, 'en')).toEqual([]);
    expect(figuresFound(WORLD, 'no such thing', null, 'en')).toEqual([]);
  });

  test('typed by hand, and references and views that lead nowhere, are told by slide', () => {
    const deck = deckOf(slide('77,777 trees, {{nothing}}'), { ...slide('x'), view: 'pairing=nowhere' }, { ...slide('x'), kind: 'pairing' });
    expect(deck.slides.map((_, i) => faultsOf(WORLD, deck, i).map(({ kind }) => kind))).toEqual([
      ['unknown', 'typed'],
      ['badView'],
      ['badView'],
    ]);
  });
});
