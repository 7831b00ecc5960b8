import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { check, readTexts } from '../../data/check.ts';
import { say } from '../../data/problem.ts';
import { REMEDIES } from '../../data/rules.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const GOOD = path.join(ROOT, 'tests/fixtures/data/good');
const BAD = path.join(ROOT, 'tests/fixtures/data/bad');
const good = readTexts(GOOD);

/** The good data with other texts in place of some of its files. */
const goodBut = (texts: Record<string, string | null>) => new Map([...good, ...Object.entries(texts)]);
const told = (texts: Record<string, string>) => check(goodBut(texts)).problems.map(say);

/** A fixture says in its first lines which file of the good data it replaces, and every problem that must come of it. */
const fixtures = readdirSync(BAD).map((name) => {
  const text = readFileSync(path.join(BAD, name), 'utf8');
  const [first, ...others] = text.split('\n');
  const replaces = /^# Replaces (.+)\.$/.exec(first!)?.[1] ?? '';
  const problems = others
    .slice(
      0,
      others.findIndex((line) => !line.startsWith('# data/')),
    )
    .map((line) => line.slice(2));
  return { name, text, replaces, problems };
});

test('the good data have no problem', () => {
  const { dataset, problems } = check(good);
  expect(problems).toEqual([]);
  expect(dataset?.pairings.map(({ id }) => id)).toEqual(['donghai-xishan', 'haigang-yunling', 'binhai-guankou']);
});

test.each(fixtures)('$name is refused with exactly the problems it names', ({ text, replaces, problems }) => {
  expect(good.has(replaces)).toBe(true);
  expect(problems).not.toEqual([]);
  expect(told({ [replaces]: text })).toEqual(problems);
});

test('every rule has a fixture that breaks it', () => {
  const broken = fixtures.flatMap(({ text, replaces }) => check(goodBut({ [replaces]: text })).problems.map(({ rule }) => rule));
  // A file that is called otherwise replaces none: it has its test below.
  expect([...new Set([...broken, 'unknown-file'])].sort()).toEqual(Object.keys(REMEDIES).sort());
});

test('a file that nobody would read is told, and so is one that cannot be read', () => {
  const remedy = 'a pairing is pairings/id.yaml; data/README.md lists the others; rename or remove it';
  expect(told({ 'new.yml': '', 'place.yaml': '', 'pairings/east-west.yml': '', 'pairings/notes.txt': '' })).toEqual([
    `data/new.yml:1: no file of the data is called so; ${remedy}`,
    `data/pairings/east-west.yml:1: no file of the data is called so; ${remedy}`,
    `data/pairings/notes.txt:1: no file of the data is called so; ${remedy}`,
    'data/place.yaml:1: no file of the data is called so; did you mean "places.yaml"?',
  ]);
  const { problems } = check(new Map([...good, ['pairings/haigang-yunling.yaml', null]]));
  expect(problems.map(say)).toEqual([
    'data/pairings/haigang-yunling.yaml:1: the file cannot be read; let it be read, and save it as UTF-8',
  ]);
});

test('a folder is read with all that might be data in it, and what cannot be read does not end the check', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shanhai-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['pairings/folder.yaml', 'briefs']) mkdirSync(path.join(folder, name), { recursive: true });
  for (const name of ['new.yml', 'README.md', 'pairings/.hidden', 'pairings/notes.txt']) writeFileSync(path.join(folder, name), 'a: 1');
  writeFileSync(path.join(folder, 'sources.yaml'), Buffer.from([0x61, 0x3a, 0x20, 0xff]));
  expect(readTexts(folder)).toEqual(
    new Map([
      ['new.yml', 'a: 1'],
      ['sources.yaml', 'a: \uFFFD'],
      ['pairings/folder.yaml', null],
      ['pairings/notes.txt', 'a: 1'],
    ]),
  );
});

test('the check is told whole to whoever reads slowly', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shanhai-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, 'pairings'));
  for (const [file, text] of good) writeFileSync(path.join(folder, file), text!);
  const many = 3000;
  for (let i = 0; i < many; i++) writeFileSync(path.join(folder, 'pairings', `odd-${i}.txt`), '');
  const { stdout, status } = spawnSync(
    'bash',
    ['-c', `npx tsx data/build.ts --check ${folder} 2>&1 | { sleep 3; cat; }; exit "\${PIPESTATUS[0]}"`],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const lines = stdout.trim().split('\n');
  expect(lines.filter((line) => line.includes('/odd-'))).toHaveLength(many);
  expect(lines.at(-1)).toMatch(/^data: \d+ problems; nothing written$/);
  expect(status).toBe(1);
});

test('every file of the good data has a fixture that replaces it', () => {
  expect([...new Set(fixtures.map(({ replaces }) => replaces))].sort()).toEqual([...good.keys()].sort());
});

test('all that is wrong is told at one go, in the order of files and lines', () => {
  const child = `id: haigang-yunling
programme: shanhia
donor: haigang
recipient: haigang
since: null
figures:
  - id: haigang-yunling-doctors
    channel: health
    measure: people-sent
    label: { zh: 派出医生, en: 派出医生 }
    reported: 很多
    period: 2025/2021
    within: haigang-yunling-doctors
    source: gazette
    at: 9
`;
  const places = `${good.get('places.yaml')!}  - { id: guankou, zh: Guankou, en: Guankou, kind: town, lng: 80 }\n`;
  expect(told({ 'pairings/haigang-yunling.yaml': child, 'places.yaml': places, 'sources.yaml': 'sources: [' })).toEqual([
    'data/pairings/haigang-yunling.yaml:2: programme "shanhia" is not in data/programmes.yaml; did you mean "shanhai"?',
    'data/pairings/haigang-yunling.yaml:4: donor and recipient are both "haigang"; a pairing joins two places',
    'data/pairings/haigang-yunling.yaml:5: nothing shows "haigang" and "haigang" to be paired; give since, or link: where a text shows the two to be paired',
    'data/pairings/haigang-yunling.yaml:10: English words "派出医生" hold Chinese; translate them',
    'data/pairings/haigang-yunling.yaml:11: figure "很多" cannot be read; write number, 万/亿 and unit as printed, such as 12.98亿元, or teach data/figure.ts',
    'data/pairings/haigang-yunling.yaml:12: period 2025/2021 is reversed; write the earlier date first: 2021/2025',
    'data/pairings/haigang-yunling.yaml:13: "within" leads in a circle: haigang-yunling-doctors → haigang-yunling-doctors; leave "within" out of the largest',
    'data/places.yaml:12: place id "guankou" is already used at data/places.yaml:11; give one of them another id',
    'data/places.yaml:12: place "guankou" has one coordinate; give both lng and lat',
    'data/places.yaml:12: Chinese words "Guankou" hold no Chinese; translate them',
    'data/sources.yaml:1: YAML cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ]; mend the syntax',
  ]);
});

describe('a period that runs on after its text was printed', () => {
  const child = (measure: string, period: string, reported: string, more = '') =>
    good.get('pairings/haigang-yunling.yaml')!.split('figures:')[0]! +
    `figures:
  - id: haigang-yunling-count
    channel: funding
    measure: ${measure}
    label: { zh: 至今所计, en: Counted so far }
    reported: ${reported}
    period: ${period}
${more}    source: SOURCE
    at: 9
`;
  const of = (text: string, source = 'daily-2026-01') => told({ 'pairings/haigang-yunling.yaml': text.replace('SOURCE', source) });

  test.each([
    ['2016/2026', '2016/2026-01'],
    ["'2026'", '2026/2026-01'],
    ['2016/2026-02', '2016/2026-01'],
  ])('%s is to end with it', (period, remedy) => {
    expect(of(child('aid-total', period, '3亿元'))).toEqual([expect.stringContaining(`; end it with the text: ${remedy}; or give years`)]);
  });

  test.each([
    ['an end in its month', child('aid-total', '2016/2026-01', '3亿元')],
    ['a year before', child('aid-total', '2016/2025', '3亿元')],
    ['no beginning', child('aid-total', '/2026', '3亿元')],
    ['years as printed', child('aid-total', '2016/2026', '3亿元', '    years: 10\n')],
    ['a five-year plan', child('aid-total', '2026/2030', '3亿元')],
    ['no yearly rate', child('people-sent', '2016/2026', '3名')],
  ])('%s raises no doubt', (_, text) => {
    expect(of(text)).toEqual([]);
  });

  test('nor does a text without a month', () => {
    expect(of(child('aid-total', '2016/2024', '3亿元'), 'evening-2024')).toEqual([]);
  });
});

describe('a file that cannot be read raises no doubt about references to it', () => {
  test.each(['measures.yaml', 'places.yaml', 'programmes.yaml', 'sources.yaml'])('%s', (file) => {
    expect(told({ [file]: 'nothing: [' }).filter((line) => !line.startsWith(`data/${file}`))).toEqual([]);
  });

  test('a parent, and the figure a child lies within', () => {
    const child = good.get('pairings/haigang-yunling.yaml')!.replace('    headline: true', '    within: donghai-xishan-aid-2021-2025');
    expect(told({ 'pairings/haigang-yunling.yaml': child })).toEqual([]);
    const parent = good.get('pairings/donghai-xishan.yaml')!.replace('channel: funding', 'channel: weather');
    expect(told({ 'pairings/haigang-yunling.yaml': child, 'pairings/donghai-xishan.yaml': parent })).toEqual([
      expect.stringContaining('data/pairings/donghai-xishan.yaml:9: figures.0.channel is "weather"; use one of funding, project'),
    ]);
  });
});

test('a circle is told once, and what merely leads into it is not part of it', () => {
  const figure = (name: string, within: string) => `  - id: haigang-yunling-${name}
    channel: health
    measure: people-sent
    label: { zh: 派出医生, en: Doctors sent }
    reported: 11名
    within: haigang-yunling-${within}
    source: daily-2026-01
    at: 9
`;
  const child =
    good.get('pairings/haigang-yunling.yaml')!.split('figures:')[0]! +
    `figures:\n${figure('outside', 'a')}${figure('a', 'b')}${figure('b', 'a')}`;
  expect(told({ 'pairings/haigang-yunling.yaml': child })).toEqual([
    'data/pairings/haigang-yunling.yaml:27: "within" leads in a circle: haigang-yunling-a → haigang-yunling-b → haigang-yunling-a; leave "within" out of the largest',
  ]);
});

describe('the dataset of checked data', () => {
  const { dataset } = check(good);
  const places = new Map(dataset?.places.map((place) => [place.id, place]));
  const [parent, child] = dataset?.pairings ?? [];

  test('draws a region from its seat, a place from its own point, and holds no loose coordinates', () => {
    expect(places.get('xishan')).toEqual({
      id: 'xishan',
      zh: '西山州',
      en: 'Xishan',
      kind: 'prefecture',
      seat: 'gaoyuan',
      point: [97, 37],
    });
    expect(places.get('guankou')?.point).toEqual([80, 41]);
  });

  test('holds each figure as printed, with what was read from it and every default', () => {
    expect(parent?.figures[0]).toEqual({
      id: 'donghai-xishan-aid-2021-2025',
      channel: 'funding',
      measure: 'aid-total',
      label: { zh: '援助资金（五年）', en: 'Aid funds, five years' },
      reported: '4.2亿元',
      value: 420_000_000,
      upper: null,
      unit: 'CNY',
      qualifier: 'exact',
      from: '2021',
      to: '2025',
      basis: 'stated',
      years: 5,
      scope: 'pairing',
      joint: [],
      within: null,
      headline: true,
      place: null,
      source: 'daily-2026-01',
      at: 3,
    });
    expect(parent?.routes[1]?.figures[0]).toMatchObject({ value: 20, upper: 30, unit: '列', from: '2023-12-26', to: '2025' });
  });

  test('leaves the number of a dated fact unknown, not 0', () => {
    expect(parent?.figures[2]).toMatchObject({ reported: null, value: null, upper: null, unit: '', from: '2024-08-01', to: '2024-08-03' });
  });

  test('tells a dossier from a pairing of the network, which may say in words where a fact stands', () => {
    expect(dataset?.pairings.map(({ dossier }) => dossier)).toEqual([true, true, false]);
    expect(dataset?.pairings[2]).toMatchObject({
      parent: 'donghai-xishan',
      since: { reported: '2012年', basis: 'programme', at: { zh: '首段', en: 'First paragraph' } },
      covers: [{ zh: '关口镇', en: 'Guankou town' }],
      figures: [{ reported: 'over 2 million yuan', value: 2_000_000, unit: 'CNY', qualifier: 'over', from: '2013', to: '2013' }],
    });
    expect(parent).toMatchObject({ since: { basis: 'source' }, covers: [] });
  });

  test('reads the figures of a programme, and whether one side aids the other', () => {
    expect(dataset?.programmes[0]?.figures).toMatchObject([
      { reported: '近40亿元', value: 4_000_000_000, qualifier: 'nearly', from: '2010', to: '2025' },
    ]);
    expect(dataset?.programmes[0]?.tie).toBe('cooperation');
    const programmes = good.get('programmes.yaml')!.replace('    tie: cooperation\n', '');
    expect(check(goodBut({ 'programmes.yaml': programmes })).dataset?.programmes[0]?.tie).toBe('aid');
  });

  test('holds every measure: what may be added, whether it has a yearly rate, its unit if it has one', () => {
    expect(dataset?.measures.map(({ id, unit, adds, rate }) => [id, unit, adds, rate])).toEqual([
      ['aid-total', 'CNY', 'pairings', true],
      ['aid-part', 'CNY', 'occasions', false],
      ['people-sent', undefined, 'pairings', false],
      ['visits', undefined, undefined, false],
      ['trains-run', undefined, undefined, true],
      ['events', undefined, undefined, false],
      ['capacity', 'W', undefined, false],
    ]);
    expect(dataset?.measures[0]?.name).toEqual({ zh: '援助资金', en: 'Aid funds' });
  });

  test('says which pairing is inferred, which others a figure counts, where goods go on by road', () => {
    expect(dataset?.pairings.map(({ inferred }) => inferred)).toEqual([false, true, false]);
    expect(child?.figures[0]?.joint).toEqual(['binhai-guankou']);
    expect(parent?.figures[1]).not.toHaveProperty('years');
    expect(parent?.routes.map(({ road }) => road)).toEqual([undefined, 'gaoyuan']);
  });

  test('says null where a key was left out', () => {
    expect(parent).toMatchObject({ parent: null, since: { reported: '2010年' } });
    expect(child).toMatchObject({ parent: 'donghai-xishan', since: null, projects: [], routes: [] });
    expect(child?.figures[0]).toMatchObject({ from: null, to: null });
  });
});

describe('the build', () => {
  const build = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'data/build.ts', ...args], { cwd: ROOT, encoding: 'utf8' });
  /** The texts in a folder of their own, and a place for the outcome beside them. */
  const written = (texts: ReadonlyMap<string, string | null>) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'shanhai-data-'));
    mkdirSync(path.join(folder, 'pairings'));
    for (const [file, text] of texts) writeFileSync(path.join(folder, file), text ?? '');
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return { folder, file: path.join(folder, 'out/shanhai.json') };
  };

  test('writes the dataset of good data', () => {
    const { folder, file } = written(good);
    const { status, stdout } = build(folder, file);
    expect(stdout).toMatch(/^data: 3 pairings, 8 figures, 2 sources, 0 briefs, no problems \(\d+ ms\)\n$/);
    expect(status).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(check(good).dataset);
  });

  test('with problems tells them all, exits 1 and leaves what was built before', () => {
    const { text, replaces, problems } = fixtures.find(({ name }) => name === 'route-without-both-ends.yaml')!;
    const { folder, file } = written(goodBut({ [replaces]: text }));
    mkdirSync(path.dirname(file));
    writeFileSync(file, 'built before');
    const { status, stderr, stdout } = build(folder, file);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toEqual([...problems, 'data: 2 problems; nothing written']);
    expect(readFileSync(file, 'utf8')).toBe('built before');
  });

  test('with --check writes nothing', () => {
    const { folder, file } = written(good);
    expect(build('--check', folder, file).status).toBe(0);
    expect(existsSync(path.dirname(file))).toBe(false);
  });
});
