import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import { parseDocument } from 'yaml';
import { check, figuresOf, readTexts } from '../../data/check.ts';
import { parseFigure } from '../../data/figure.ts';
import { say } from '../../data/problem.ts';
import { REMEDIES } from '../../data/rules.ts';
import {
  measuresFile,
  networkFile,
  pairingFile,
  placesFile,
  programmesFile,
  sourcesFile,
  type Dataset,
  type Figure,
  type Route,
  type Words,
} from '../../data/schema.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));
const texts = readTexts(DATA);
const { dataset: checked, problems } = check(texts);

test('the data have no problem', () => {
  expect(problems.map(say)).toEqual([]);
});

test('a check reads each file of the data once', async () => {
  // Counted, not replaced: the cost of a check is the reading of its files. Modules are shared with other tests, so this one has its own.
  const reading = vi.fn(parseDocument);
  vi.resetModules();
  vi.doMock('yaml', async (original) => ({ ...(await original<typeof import('yaml')>()), parseDocument: reading }));
  const own = await import('../../data/check.ts');
  vi.doUnmock('yaml');
  vi.resetModules();
  own.check(texts);
  const read = reading.mock.calls.map(([text]) => text);
  const lists = ['measures.yaml', 'network.yaml', 'places.yaml', 'programmes.yaml', 'sources.yaml'].map((file) => texts.get(file)!);
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

/** Everything said in both languages: names, labels, notes, titles. */
const words = wordsIn(dataset);
function wordsIn(value: unknown): Words[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'zh' in value && 'en' in value ? [value as Words] : [];
  return [...own, ...Object.values(value).flatMap(wordsIn)];
}

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

  test('four dossiers have a headline of aid in all', () => {
    const totals = figures.filter(
      ({ pairing, headline, measure }) => pairings.get(pairing)?.dossier && headline && measure === 'aid-total',
    );
    expect(totals.map(({ pairing, reported, value, from, to, years }) => [pairing, reported, value, from, to, years])).toEqual([
      ['luhe-huangyuan', '1.68亿元', 168_000_000, '2021', '2025', 5],
      ['nanjing-xining', '7.3亿元', 730_000_000, '2016', '2023', 7],
      ['tianjin-huangnan', '10.64亿元', 1_064_000_000, '2010', '2020', 10],
      ['zhejiang-haixi', '12.98亿元', 1_298_000_000, '2021', '2025', 5],
    ]);
  });

  test('every headline of aid is its own pairing’s alone', () => {
    const headlines = figures.filter(({ headline, measure }) => headline && measure === 'aid-total');
    expect(headlines.length).toBeGreaterThan(20);
    expect(headlines.filter(({ scope, joint }) => scope !== 'pairing' || joint.length)).toEqual([]);
  });
});

describe('what a figure measures', () => {
  const measures = new Map(dataset.measures.map((measure) => [measure.id, measure]));

  test('it is in the unit of its measure, and what is counted is never money', () => {
    for (const { id, measure, unit, reported } of known) {
      const wants = measures.get(measure)!.unit;
      if (reported === null) continue;
      if (wants) expect(unit, id).toBe(wants);
      else expect(unit, id).not.toMatch(/CNY|[元圆币]/);
    }
  });

  test.each(['12.98亿美元', '12.98亿圆', '12.98亿', '12.98亿港币', '12.98个'])('%s does not pass for money', (print) => {
    const file = 'pairings/zhejiang-haixi.yaml';
    const text = texts.get(file)!.replace('reported: 12.98亿元\n', `reported: ${print}\n`);
    expect(text).not.toBe(texts.get(file));
    expect(check(new Map([...texts, [file, text]])).problems).toMatchObject([{ rule: 'unit' }]);
  });

  test.each(['131亿元', '131亿美元', '131亿圆'])('%s does not pass for a count', (print) => {
    const file = 'pairings/zhejiang-haixi.yaml';
    const text = texts.get(file)!.replace('reported: 131个\n', `reported: ${print}\n`);
    expect(text).not.toBe(texts.get(file));
    expect(check(new Map([...texts, [file, text]])).problems).toMatchObject([{ rule: 'unit' }]);
  });

  test('aid in all may be added across pairings and has a yearly rate; a part of it and what is signed or planned have neither', () => {
    const of = (id: string) => [measures.get(id)?.unit, measures.get(id)?.adds, measures.get(id)?.rate];
    expect(of('aid-total')).toEqual(['CNY', 'pairings', true]);
    expect(of('aid-part')).toEqual(['CNY', undefined, false]);
    expect(of('investment-signed')).toEqual(['CNY', undefined, false]);
    expect(of('investment-planned')).toEqual(['CNY', undefined, false]);
  });

  test('no two measures share a name', () => {
    for (const language of ['zh', 'en'] as const)
      expect(new Set(dataset.measures.map(({ name }) => name[language])).size).toBe(dataset.measures.length);
  });
});

describe('counts that once stood in notes', () => {
  test('no note counts projects or staff, but where what they count is not clear', () => {
    const counting = figures.filter(({ note }) =>
      /\d+[余多]?(个项目|名干部)|[一二三四五六七八九十]个项目|\d[\d,]* (projects|staff)\b/.test(`${note?.zh} ${note?.en}`),
    );
    expect(counting.map(({ id }) => id)).toEqual(['shanxi-fukang-aid-2010-2023', 'beijing-yushu-aid-2010-2023']);
  });

  test('aid that may hold rebuilding is not aid in all', () => {
    expect(figures.find(({ id }) => id === 'beijing-yushu-aid-2010-2023')?.measure).toBe('aid-and-rebuilding');
    expect(dataset.measures.find(({ id }) => id === 'aid-and-rebuilding')).toMatchObject({ unit: 'CNY', rate: false });
  });
});

describe('years counted in print', () => {
  test('each fits its period', () => {
    const counted = known.filter(({ years }) => years !== undefined);
    expect(counted.length).toBeGreaterThan(40);
    for (const { id, years, from, to } of counted) {
      const apart = Number(to!.slice(0, 4)) - Number(from!.slice(0, 4));
      expect([apart, apart + 1], id).toContain(years);
    }
  });

  test('a label that counts years counts as many as the figure, or as its period has', () => {
    const DIGITS = '一二三四五六七八九十';
    const number = (zh: string) => {
      if (zh === '两') return 2;
      const [tens, ones] = zh.includes('十') ? zh.split('十') : ['0', zh];
      return (tens === '' ? 1 : DIGITS.indexOf(tens!) + 1) * 10 + (ones ? DIGITS.indexOf(ones) + 1 : 0);
    };
    let found = 0;
    for (const { id, label, years, from, to } of known) {
      const print = /([一二两三四五六七八九十]+)年(?!级)/.exec(label.zh)?.[1];
      if (!print) continue;
      found++;
      expect(years ?? Number(to!.slice(0, 4)) - Number(from!.slice(0, 4)) + 1, id).toBe(number(print));
    }
    expect(found).toBeGreaterThan(15);
  });

  test('seven years from 2016 to 2023, and fifteen from 2010 to July 2025', () => {
    const years = new Map(figures.map((figure) => [figure.id, [figure.years, figure.from, figure.to]]));
    expect(years.get('nanjing-xining-aid-2016-2023')).toEqual([7, '2016', '2023']);
    expect(years.get('zhejiang-haixi-aid-2010-2025')).toEqual([15, '2010', '2025-07']);
  });
});

describe('figures that count several pairings', () => {
  const joint = figures.filter(({ joint }) => joint.length);

  test('those of the network name the others', () => {
    const network = joint.filter(({ pairing }) => !pairings.get(pairing)?.dossier);
    expect(network.map(({ id, joint }) => [id, joint])).toEqual([
      ['beijing-hotan-aid-2010-2014', ['beijing-kunyu']],
      ['beijing-hotan-aid-projects-2010-2014', ['beijing-kunyu']],
      ['shanxi-fukang-aid-2010-2023', ['shanxi-wujiaqu']],
      ['shanxi-fukang-aid-projects-2010-2023', ['shanxi-wujiaqu']],
      ['henan-hami-aid-2011-2015', ['henan-xinxing']],
      ['henan-hami-plan-projects-2011', ['henan-xinxing']],
      ['guangdong-kashgar-investment-2010-2017', ['guangdong-tumxuk', 'shenzhen-kashgar-city', 'shenzhen-taxkorgan']],
      ['guangdong-kashgar-aid-projects-2010-2017', ['guangdong-tumxuk', 'shenzhen-kashgar-city', 'shenzhen-taxkorgan']],
      ['guangdong-kashgar-aid-2021-2025', ['guangdong-tumxuk', 'shenzhen-kashgar-city', 'shenzhen-taxkorgan']],
      ['guangdong-kashgar-people-sent-2021-2025', ['guangdong-tumxuk', 'shenzhen-kashgar-city', 'shenzhen-taxkorgan']],
    ]);
  });

  test('those of the dossiers are Zhejiang’s in Aksu and Alar together; one text gives each its own part of the plan', () => {
    const dossiers = joint.filter(({ pairing }) => pairings.get(pairing)?.dossier);
    expect(new Set(dossiers.map(({ pairing, joint }) => `${pairing} ${joint.join()}`))).toEqual(new Set(['zhejiang-aksu zhejiang-alar']));
    expect(dossiers.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'zhejiang-aksu-people-sent-2023-2025',
        'zhejiang-aksu-freight-trains',
        'zhejiang-aksu-tourist-trains',
        'zhejiang-aksu-direct-flights',
        'zhejiang-aksu-aid-2017-2019',
        'zhejiang-aksu-aid-2022',
      ]),
    );
    const own = figures.filter(({ id }) => /^zhejiang-(aksu-own|alar)-/.test(id));
    expect(own.map(({ pairing, measure, reported, joint, within }) => [pairing, measure, reported, joint, within])).toEqual([
      ['zhejiang-aksu', 'aid-planned', '176075万元', [], 'zhejiang-aksu-aid-2022'],
      ['zhejiang-aksu', 'plan-projects', '356个', [], 'zhejiang-aksu-plan-projects-2022'],
      ['zhejiang-alar', 'aid-planned', '34240万元', [], 'zhejiang-aksu-aid-2022'],
      ['zhejiang-alar', 'plan-projects', '49个', [], 'zhejiang-aksu-plan-projects-2022'],
    ]);
    expect(figures.filter(({ pairing, id }) => pairing === 'zhejiang-alar' && !own.some((figure) => figure.id === id))).toEqual([]);
  });

  test('a figure of a pairing whose note or label says that others are counted with it names them', () => {
    const said = /合计|[含与和](阿拉尔|兵团|深圳|[^；，]{0,4}第.{1,3}师)|\b(together|Division \d+|Alar included|with Shenzhen)\b/i;
    const saying = figures.filter(({ note, label, scope }) => {
      const text = [label.zh, label.en, note?.zh, note?.en].join('；');
      return (scope === 'pairing' || scope === 'both-sides') && said.test(text);
    });
    expect(saying.filter(({ joint }) => !joint.length).map(({ id }) => id)).toEqual([]);
    // As the notes said it before there was a key for it.
    for (const note of ['和田地区与第十四师合计', '含深圳与第三师', '按浙江援疆整体计，含阿拉尔', 'Aksu and Alar together'])
      expect(note).toMatch(said);
  });

  test('none counts a whole province, somebody else or the region itself', () => {
    expect(joint.filter(({ scope }) => scope !== 'pairing' && scope !== 'both-sides').map(({ id }) => id)).toEqual([]);
    // What two sides have together has no chief figure.
    expect(joint.filter(({ scope, headline }) => scope === 'both-sides' && headline)).toEqual([]);
  });

  test('the others are of the same programme, each named once, and none is the whole or a part of it', () => {
    for (const { id, pairing, joint: others } of joint) {
      const own = pairings.get(pairing)!;
      expect(new Set(others).size, id).toBe(others.length);
      for (const other of others.map((other) => pairings.get(other)!)) {
        expect(other.programme, id).toBe(own.programme);
        expect(own.parent, id).not.toBe(other.id);
        expect(other.parent, id).not.toBe(own.id);
      }
    }
  });

  test('what holds a joint figure counts the same pairings', () => {
    const byId = new Map<string, Figure>(figures.map((figure) => [figure.id, figure]));
    for (const { id, within, joint: others } of joint) if (within) expect(byId.get(within)?.joint, id).toEqual(others);
  });

  test('no figure of a programme is joint: it counts all of its pairings', () => {
    expect(dataset.programmes.flatMap(({ figures }) => figures).filter(({ joint }) => joint.length)).toEqual([]);
  });
});

describe('English words', () => {
  test('call places in Xinjiang by their own names', () => {
    const pinyin =
      /\b(Wensu|Shaya|Xinhe|Baicheng|Shache|Bachu|Zepu|Yecheng|Shule|Shufu|Wuqia|Pishan|Bohu|Yining|Hami|Fuhai|Fuyun|Jiashi)\b/;
    expect(words.filter(({ en }) => pinyin.test(en))).toEqual([]);
    const names = new Map(dataset.places.map(({ zh, en }) => [zh, en]));
    expect(names.get('温宿县')).toBe('Onsu');
    expect(names.get('拜城县')).toBe('Bay');
    expect(names.get('莎车县')).toBe('Yarkant');
    expect(names.get('伊宁县')).toBe('Gulja County');
  });

  test('count no person-times, and begin with no trainings', () => {
    expect(words.filter(({ en }) => /person-times|\bman-times|^trainings\b/i.test(en))).toEqual([]);
  });

  test('have one term for 三甲', () => {
    const top = words.filter(({ zh }) => zh.includes('三甲'));
    expect(top.length).toBeGreaterThanOrEqual(3);
    expect(top.filter(({ en }) => !en.includes('Grade A tertiary'))).toEqual([]);
    expect(words.filter(({ en }) => /top[- ]grade|grade[- ]three|grade 3|3A hospital|class A/i.test(en))).toEqual([]);
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

  test('eight are inferred: a note says from what, and no text dates them', () => {
    const inferred = dataset.pairings.filter(({ inferred }) => inferred);
    expect(inferred.map(({ id }) => id).sort()).toEqual([
      'changning-gade',
      'hongkou-maqen',
      'jinhua-wensu',
      'liandu-xinhe',
      'ningbo-tianjun',
      'quzhou-uqturpan',
      'xiamen-jimsar',
      'xiangshan-tianjun',
    ]);
    for (const { id, link, since } of inferred) {
      expect(link?.note, id).toBeDefined();
      expect(since?.basis ?? 'programme', id).toBe('programme');
    }
  });

  test('no pairing whose note says that it is inferred, or not called a pair, passes for one on record', () => {
    const saying = dataset.pairings.filter(({ link }) => /据(?:图片说明|派驻干部)推断|未称/.test(link?.note?.zh ?? ''));
    expect(saying.length).toBeGreaterThanOrEqual(6);
    expect(saying.filter(({ inferred }) => !inferred).map(({ id }) => id)).toEqual([]);
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
    expect(of('shanghai-kashgar')).toEqual(['92.34亿元', '644个', '100架', '530名游客']);
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

  test('the aid of 2021–2025 to Haixi lies within that from 2010 to July 2025, and the note says whose judgement that is', () => {
    const byId = new Map(figures.map((figure) => [figure.id, figure]));
    expect(byId.get('zhejiang-haixi-aid-2010-2025')).toMatchObject({ value: 3_098_000_000, headline: false, from: '2010', to: '2025-07' });
    const part = byId.get('zhejiang-haixi-aid-2021-2025');
    expect(part).toMatchObject({ within: 'zhejiang-haixi-aid-2010-2025', headline: true });
    expect(part?.note?.zh).toContain('本站判断');
    expect(part?.note?.en).toContain('our judgement');
  });

  test('east and west cooperate; the other programmes aid', () => {
    expect(dataset.programmes.map(({ id, tie }) => [id, tie])).toEqual([
      ['xinjiang', 'aid'],
      ['qinghai', 'aid'],
      ['xizang', 'aid'],
      ['east-west', 'cooperation'],
    ]);
  });

  test('what is planned is not counted as given', () => {
    const planned = known.filter(({ label }) => label.zh.includes('计划）'));
    expect(planned.length).toBeGreaterThan(5);
    expect(
      planned.filter(({ measure }) => ['aid-total', 'aid-part', 'investment-signed', 'investment-paid', 'flights-run'].includes(measure)),
    ).toEqual([]);
  });

  test('has no headline but of aid in all, and of people sent to several together', () => {
    const headlines = figures.filter(({ headline, pairing }) => headline && !pairings.get(pairing)?.dossier);
    expect(headlines.filter(({ measure }) => measure !== 'aid-total').map(({ id }) => id)).toEqual([
      'guangdong-kashgar-people-sent-2021-2025',
    ]);
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
    expect(train?.figures.map(({ reported }) => reported)).toEqual(['40%', '25%以上', '37列', '逾2.1万吨']);
    const { figures } = dataset.pairings.find(({ id }) => id === 'zhejiang-aksu')!;
    expect(figures.filter(({ measure }) => measure === 'trains-run').map(({ reported }) => reported)).toEqual(['180列']);
    // From Aksu its goods go on by road.
    expect(train?.road).toBe('aksu-city');
  });
});

describe('what is listed is used', () => {
  test('every measure is used by a figure, and every figure’s is listed', () => {
    const used = new Set(known.map(({ measure }) => measure));
    expect(dataset.measures.map(({ id }) => id).sort()).toEqual([...used].sort());
  });

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
  const coded = (text: string) => new Set([...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code!.split(/[^\w%-]+/)));

  test.each([
    ['pairings/', pairingFile],
    ['places.yaml', placesFile],
    ['sources.yaml', sourcesFile],
    ['sources.yaml', programmesFile],
    ['Measures', measuresFile],
    ['network.yaml', networkFile],
  ] as const)('every key and listed word of %s is in its section', (title, schema) => {
    const told = new Set([title, 'Shared forms', 'pairings/'].flatMap((part) => [...coded(section(part))]));
    expect(wordsOf(schema).filter((word) => !told.has(word))).toEqual([]);
  });

  test('its opening names every file and folder of the data', () => {
    const opening = readme.split('\n## ')[0]!;
    const files = [...texts.keys()].map((file) => (file.startsWith('pairings/') ? 'data/pairings/<id>.yaml' : file));
    expect([...new Set(files)].filter((file) => !opening.includes(`\`${file}\``))).toEqual([]);
  });

  test('every measure that it explains is in measures.yaml', () => {
    const explained = section('Measures').split('Those that a name does not explain')[1]!;
    const names = [...explained.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) => [...coded(cell!)].filter(Boolean));
    expect(names.length).toBeGreaterThan(9);
    expect(names.filter((name) => !dataset.measures.some(({ id }) => id === name))).toEqual([]);
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
