import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import { parseDocument } from 'yaml';
import { check, figuresOf, readTexts } from '../../data/check.ts';
import { parseFigure } from '../../data/figure.ts';
import { say } from '../../data/problem.ts';
import { REMEDIES } from '../../data/rules.ts';
import { networkFile, pairingFile, placesFile, programmesFile, sourcesFile, type Dataset, type Route } from '../../data/schema.ts';

// Counted, not replaced: the cost of a check is the reading of its files.
vi.mock('yaml', async (original) => {
  const yaml = await original<typeof import('yaml')>();
  return { ...yaml, parseDocument: vi.fn(yaml.parseDocument) };
});

const DATA = fileURLToPath(new URL('../../data', import.meta.url));
const texts = readTexts(DATA);
const { dataset: checked, problems } = check(texts);

test('the data have no problem', () => {
  expect(problems.map(say)).toEqual([]);
});

test('a check reads each file of the data once', () => {
  vi.mocked(parseDocument).mockClear();
  check(texts);
  const read = vi.mocked(parseDocument).mock.calls.map(([text]) => text);
  const lists = ['network.yaml', 'places.yaml', 'programmes.yaml', 'sources.yaml'].map((file) => texts.get(file)!);
  const pairings = [...texts].filter(([file]) => file.startsWith('pairings/')).map(([, text]) => text);
  expect(read.sort()).toEqual([...lists, ...pairings].sort());
});

// As the browser gets it.
const dataset = JSON.parse(JSON.stringify(checked)) as Dataset;
const pairings = new Map(dataset.pairings.map((pairing) => [pairing.id, pairing]));
const figures = dataset.pairings.flatMap((pairing) => [...figuresOf(pairing)].map(([figure]) => ({ ...figure, pairing: pairing.id })));
const known = [...figures, ...dataset.programmes.flatMap(({ figures }) => figures)];
const routes = new Map<string, Route>(
  dataset.pairings.flatMap((pairing) => pairing.routes.map((route) => [`${route.from} ${route.to}`, route])),
);

/** Everything with a source: figures, projects, routes, and what shows two places to be paired. */
const facts = [...known, ...dataset.pairings.flatMap(({ projects, routes, since, link }) => [...projects, ...routes, since, link])].filter(
  (fact) => fact !== null && fact !== undefined,
);

test('the dataset is plain: nothing is lost on the way to the browser', () => {
  expect(dataset).toEqual(checked);
});

describe('figures', () => {
  test('each is what its print says', () => {
    for (const { id, reported, value, upper, unit, qualifier } of known) {
      if (reported === null) expect({ value, upper, unit }, id).toEqual({ value: null, upper: null, unit: '' });
      else expect({ value, upper, unit, qualifier }, id).toEqual(parseFigure(reported));
    }
  });

  test('none is 0: what is not known is left out', () => {
    expect(known.filter(({ value, upper }) => value === 0 || upper === 0)).toEqual([]);
  });

  test('none lies within one of another unit, or larger than its whole', () => {
    const byId = new Map(known.map((figure) => [figure.id, figure]));
    for (const { id, within, unit, value } of known) {
      const whole = byId.get(within ?? '');
      if (!whole || value === null || whole.value === null || whole.unit !== unit) continue;
      expect(value, id).toBeLessThanOrEqual(whole.value);
    }
  });

  test('exactly two dossiers have a headline of aid in all', () => {
    const totals = figures.filter(
      ({ pairing, headline, measure }) => pairings.get(pairing)?.dossier && headline && measure === 'aid-total',
    );
    expect(totals.map(({ pairing, reported, value, from, to }) => [pairing, reported, value, from, to])).toEqual([
      ['nanjing-xining', '7.3亿元', 730_000_000, '2016', '2023'],
      ['zhejiang-haixi', '12.98亿元', 1_298_000_000, '2021', '2025'],
    ]);
  });
});

describe('pairings', () => {
  test.each(['zhejiang-haixi', 'zhejiang-aksu', 'tianjin-huangnan', 'nanjing-xining'])(
    '%s stands on its own, with figures and projects',
    (id) => {
      expect(pairings.get(id)?.parent).toBeNull();
      expect(pairings.get(id)?.figures).not.toEqual([]);
      expect(pairings.get(id)?.projects).not.toEqual([]);
    },
  );

  test.each([
    ['xiangshan-tianjun', 'zhejiang-haixi'],
    ['quzhou-uqturpan', 'zhejiang-aksu'],
    ['liandu-xinhe', 'zhejiang-aksu'],
    ['yuhuatai-datong', 'nanjing-xining'],
    ['luhe-huangyuan', 'nanjing-xining'],
    ['qixia-huangzhong', 'nanjing-xining'],
  ])('%s is part of %s, and lies in its recipient', (id, parent) => {
    const { places } = dataset;
    expect(pairings.get(id)?.parent).toBe(parent);
    expect(places.find((place) => place.id === pairings.get(id)?.recipient)?.in).toBe(pairings.get(parent)?.recipient);
  });

  test('zhejiang-alar is there: one text counts it together with Aksu', () => {
    expect(pairings.get('zhejiang-alar')).toMatchObject({ donor: 'zhejiang', recipient: 'alar' });
  });

  test('a part is under the programme of its whole', () => {
    for (const { id, parent, programme } of dataset.pairings) if (parent) expect(programme, id).toBe(pairings.get(parent)?.programme);
  });
});

describe('the network', () => {
  const network = dataset.pairings.filter(({ dossier }) => !dossier);
  const places = new Map(dataset.places.map((place) => [place.id, place]));
  const sources = new Map(dataset.sources.map((source) => [source.id, source]));
  const WORDS = { zh: expect.stringMatching(/./) as unknown, en: expect.stringMatching(/./) as unknown };
  /** A place and every region it lies in. */
  const regionsOf = (id: string | undefined): string[] => (id === undefined ? [] : [id, ...regionsOf(places.get(id)?.in)]);

  test('has a hundred pairings and more, under all four programmes', () => {
    expect(network.length).toBeGreaterThanOrEqual(100);
    expect(new Set(network.map(({ programme }) => programme))).toEqual(new Set(dataset.programmes.map(({ id }) => id)));
  });

  test('the eleven dossiers stay dossiers, and no two places pair twice under a programme', () => {
    expect(dataset.pairings.length - network.length).toBe(11);
    const keys = dataset.pairings.map(({ donor, recipient, programme }) => `${donor} ${recipient} ${programme}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('each is named for its two places', () => {
    expect(network.filter(({ id, donor, recipient }) => id !== `${donor}-${recipient}`)).toEqual([]);
  });

  test('each rests on a source with publisher, title, date and grade, and says where in it', () => {
    for (const { id, since, link } of network) {
      const evidence = [since, link].filter((one) => one !== null && one !== undefined);
      expect(evidence, id).not.toEqual([]);
      for (const { source, at } of evidence) {
        expect(sources.get(source), id).toMatchObject({
          publisher: WORDS,
          title: WORDS,
          date: expect.stringMatching(/^\d{4}/) as unknown,
          grade: expect.stringMatching(/^[AB]$/) as unknown,
        });
        expect(at, id).toEqual(WORDS);
      }
    }
  });

  test('a part lies in its whole, donor in donor and recipient in recipient, and is not a whole itself', () => {
    for (const { id, donor, recipient, parent } of network) {
      if (parent === null) continue;
      const whole = pairings.get(parent)!;
      expect(regionsOf(donor), id).toContain(whole.donor);
      expect(regionsOf(recipient), id).toContain(whole.recipient);
      expect(donor, id).not.toBe(whole.donor);
      expect(whole.parent, id).toBeNull();
    }
  });

  test('a source without an address is graded B', () => {
    expect(dataset.sources.filter(({ url, grade }) => url === null && grade !== 'B')).toEqual([]);
  });

  test('figures stand with their pairing or programme', () => {
    const of = (id: string) => [...figuresOf(pairings.get(id)!)].map(([{ reported }]) => reported);
    expect(of('shanghai-kashgar')).toEqual(['92.34亿元', '100架', '530名游客']);
    expect(of('beijing-hotan')).toContain('6.25 billion yuan');
    expect(of('wenzhou-golmud')).toEqual(['3亿多元']);
    expect(of('jinhua-wensu')).toEqual(['47节车厢', '1504吨', '6000万元']);
    expect(dataset.programmes.map(({ figures: { length } }) => length > 0)).toEqual([true, true, true, true]);
    expect(dataset.programmes.find(({ id }) => id === 'east-west')?.figures.map(({ reported }) => reported)).toEqual([
      '22.89 billion yuan',
      '7500多亿元',
      '500多万',
      '近5700亿元',
    ]);
  });

  test('the aid of 2021–2025 to Haixi lies within that since 2010', () => {
    const byId = new Map(figures.map((figure) => [figure.id, figure]));
    expect(byId.get('zhejiang-haixi-aid-2010-2025')).toMatchObject({ value: 3_098_000_000, headline: false, from: '2010', to: '2025' });
    expect(byId.get('zhejiang-haixi-aid-2021-2025')).toMatchObject({ within: 'zhejiang-haixi-aid-2010-2025', headline: true });
  });

  test('what is planned is not counted as given', () => {
    const planned = known.filter(({ label }) => label.zh.includes('计划）'));
    expect(planned.length).toBeGreaterThan(5);
    expect(
      planned.filter(({ measure }) => ['aid-total', 'aid-part', 'investment-signed', 'investment-paid', 'flights-run'].includes(measure)),
    ).toEqual([]);
  });

  test('has no headline but of aid in all', () => {
    const headlines = figures.filter(({ headline, pairing }) => headline && !pairings.get(pairing)?.dossier);
    expect([...new Set(headlines.map(({ measure }) => measure))].filter((measure) => measure !== 'aid-total')).toEqual([]);
  });
});

describe('routes', () => {
  test('Delingha–Hangzhou opened in June 2023', () => {
    expect(routes.get('airport-hxd airport-hgh')).toMatchObject({ mode: 'flight', event: { what: 'opened', on: '2023-06' } });
  });

  test('Golmud–Wenzhou resumed in July 2023', () => {
    expect(routes.get('airport-goq airport-wnz')).toMatchObject({ mode: 'flight', event: { what: 'resumed', on: '2023-07' } });
  });

  test('Hangzhou–Aksu ran 35 flights', () => {
    expect(routes.get('airport-hgh airport-aku')).toMatchObject({
      mode: 'flight',
      event: { what: 'ran', on: null },
      figures: [{ reported: '35趟', value: 35 }],
    });
  });

  test('the Zhejiang–Xinjiang–Kyrgyzstan train first arrived on 26 December 2023; the 180 aid trains are the pairing’s, not its own', () => {
    const train = routes.get('hangzhou bedel');
    expect(train).toMatchObject({ mode: 'freight', event: { what: 'first-arrival', on: '2023-12-26' } });
    expect(train?.name.zh).toContain('浙新吉');
    expect(train?.figures.map(({ reported }) => reported)).toEqual(['40%', '25%以上', '37列']);
    const { figures } = dataset.pairings.find(({ id }) => id === 'zhejiang-aksu')!;
    expect(figures.filter(({ measure }) => measure === 'trains-run').map(({ reported }) => reported)).toEqual(['180列']);
  });
});

describe('what is listed is used', () => {
  test('every source states something', () => {
    const cited = new Set(facts.map(({ source }) => source));
    expect(dataset.sources.filter(({ id }) => !cited.has(id))).toEqual([]);
  });

  test('every place is referred to, is part of a place in a pairing, or is named in a note', () => {
    const referred = new Set<string | null | undefined>(dataset.places.flatMap((place) => [place.seat, place.in]));
    const parties = new Set<string | undefined>();
    for (const pairing of dataset.pairings) {
      parties.add(pairing.donor).add(pairing.recipient);
      for (const { place } of pairing.projects) referred.add(place);
      for (const { from, to, via } of pairing.routes) [from, to, ...via].forEach((id) => referred.add(id));
    }
    for (const { place } of known) referred.add(place);
    const notes = known.map(({ note }) => note?.zh ?? '').join();
    const unused = dataset.places.filter(
      ({ id, in: region, zh }) => !referred.has(id) && !parties.has(id) && !parties.has(region) && !notes.includes(zh),
    );
    expect(unused.map(({ id }) => id)).toEqual([]);
  });

  test('every route and project names its places by their own ids, once', () => {
    for (const { id, from, to, via } of routes.values()) expect(new Set([from, to, ...via]).size, id).toBe(2 + via.length);
  });
});

describe('data/README.md, the dictionary', () => {
  const readme = readFileSync(`${DATA}/README.md`, 'utf8');
  const section = (title: string) => readme.split(`\n## ${title}`)[1]!.split('\n## ')[0]!;
  /** The words set as code, which is how the dictionary writes whatever stands in a file. */
  const coded = (text: string) => new Set([...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code!.split(/[^\w-]+/)));

  test.each([
    ['pairings/', pairingFile],
    ['places.yaml', placesFile],
    ['sources.yaml', sourcesFile],
    ['sources.yaml', programmesFile],
    ['network.yaml', networkFile],
  ] as const)('every key and listed word of %s is in its section', (title, schema) => {
    const told = new Set([title, 'Shared forms', 'pairings/'].flatMap((part) => [...coded(section(part))]));
    expect(wordsOf(schema).filter((word) => !told.has(word))).toEqual([]);
  });

  test('every measure used is in its section', () => {
    const told = coded(section('Measures'));
    expect([...new Set(known.map(({ measure }) => measure))].filter((measure) => !told.has(measure))).toEqual([]);
  });

  test('every measure in its section is used', () => {
    const used = new Set(known.map(({ measure }) => measure));
    const names = [...section('Measures').matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) => [...coded(cell!)].filter(Boolean));
    expect(names.filter((measure) => !used.has(measure))).toEqual([]);
  });

  test('every rule of the check, and no other, is in its section with its remedy', () => {
    const remedies = [...section('What the check refuses').matchAll(/^\| .+ \| (.+) \|$/gm)].map(([, remedy]) => remedy).slice(1);
    expect(remedies.sort()).toEqual(Object.values(REMEDIES).sort());
  });

  test('every paragraph a fact stands in is listed under its source', () => {
    const last = new Map(
      section('Paragraphs')
        .split('\n- ')
        .slice(1)
        .map((entry) => {
          const [, source, list] = /^\*\*(.+?)\*\*([\s\S]+)$/.exec(entry)!;
          const numbers = [...` ·${list!}`.matchAll(/ ·\s+(?:captions )?(\d+)(?:–(\d+))?/g)];
          return [source!, Math.max(...numbers.map(([, from, to]) => Number(to ?? from)))];
        }),
    );
    const counted = facts.filter((fact) => typeof fact.at === 'number');
    expect([...last.keys()].sort()).toEqual([...new Set(counted.map(({ source }) => source))].sort());
    for (const fact of counted) expect(fact.at, JSON.stringify(fact)).toBeLessThanOrEqual(last.get(fact.source)!);
  });
});

/** Every key of a schema and every word it lets one choose from. */
function wordsOf(schema: v.GenericSchema): string[] {
  const parts = schema as {
    entries?: Record<string, v.GenericSchema>;
    item?: v.GenericSchema;
    wrapped?: v.GenericSchema;
    options?: readonly (string | v.GenericSchema)[];
  };
  const options = parts.options ?? [];
  const inner = [
    ...Object.values(parts.entries ?? {}),
    ...[parts.item, parts.wrapped].filter((part) => part !== undefined),
    ...options.filter((option) => typeof option !== 'string'),
  ];
  const words = options.filter((option) => typeof option === 'string');
  return [...new Set([...Object.keys(parts.entries ?? {}), ...words, ...inner.flatMap(wordsOf)])];
}
