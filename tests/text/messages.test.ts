import { describe, expect, test } from 'vitest';
import { CHANNELS, EVENTS, GRADES, MODES, PRECISIONS, SCOPES, STATUSES } from '../../data/schema.ts';
import { messages } from '../../src/text/messages.ts';
import { said, TABLES } from './said.ts';

const HAN = /\p{Script=Han}/u;

/** Signs that are no words, and so the same in both languages. */
const SIGNS = /^(?:PNG|SVG|CSV|TSV|PDF|[\d\s%·–—→:;,.|…+×÷/A-B：。()（）-])*$/;

test('there are the tables of every feature', () => {
  expect(TABLES.map(([name]) => name)).toEqual(expect.arrayContaining(['messages', 'exploreWords', 'searchWords']));
});

describe.each(TABLES)('%s', (_, words) => {
  const zh = said(words('zh'));
  const en = said(words('en'));

  test('says the same things in both languages', () => {
    expect(zh.map(([way]) => way).sort()).toEqual(en.map(([way]) => way).sort());
  });

  test('is without a Chinese character in English', () => {
    expect(en.filter(([, text]) => !SIGNS.test(text) && (HAN.test(text) || !/[A-Za-z]/.test(text)))).toEqual([]);
  });

  test('is Chinese in Chinese', () => {
    expect(zh.filter(([, text]) => !SIGNS.test(text) && !HAN.test(text))).toEqual([]);
  });

  test('is whole', () => {
    expect([...zh, ...en].filter(([, text]) => /undefined|NaN|\[object|\s{2}/.test(text) || text !== text.trim())).toEqual([]);
  });
});

const zh = said(messages('zh'));
const en = said(messages('en'));

test('a message that is told something says it', () => {
  const functions = (value: unknown, way = ''): string[] =>
    typeof value === 'function'
      ? [way]
      : typeof value === 'string'
        ? []
        : Object.entries(value as object).flatMap(([key, inner]) => functions(inner, way ? `${way}.${key}` : key));
  for (const way of functions(messages('en'))) {
    expect(Object.fromEntries(en)[way], way).toContain('12');
    expect(Object.fromEntries(zh)[way], way).toContain('12');
  }
});

describe('in English one is not many', () => {
  const m = messages('en');
  test.each([
    [m.projects, '1 named project', '2 named projects'],
    [m.flights, '1 air route', '2 air routes'],
    [m.freight, '1 freight train service', '2 freight train services'],
    [m.tours, '1 tourist train service', '2 tourist train services'],
    [m.figuresHeld, '1 figure', '2 figures'],
    [m.facts, '1 dated fact', '2 dated facts'],
    [m.placeProjects, '1 project here', '2 projects here'],
  ])('%#', (message, one, two) => {
    expect([message(1), message(2)]).toEqual([one, two]);
  });
});

test('every word that the data may use has its message', () => {
  const m = messages('en');
  expect(Object.keys(m.channel).sort()).toEqual([...CHANNELS].sort());
  expect(Object.keys(m.mode).sort()).toEqual([...MODES].sort());
  expect(Object.keys(m.event).sort()).toEqual([...EVENTS].sort());
  expect(Object.keys(m.status).sort()).toEqual([...STATUSES].sort());
  expect(Object.keys(m.scope).sort()).toEqual([...SCOPES].sort());
  expect(Object.keys(m.precision).sort()).toEqual([...PRECISIONS].sort());
  expect(Object.keys(m.grade).sort()).toEqual([...GRADES].sort());
});
