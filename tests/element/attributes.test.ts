import { describe, expect, test } from 'vitest';
import { askedOf, changed, langOf, PROPERTIES, written } from '../../src/element/attributes.ts';
import { wholeHeight } from '../../src/element/height.ts';
import { MapView } from '../../src/element/map-view.ts';
import { DEFAULTS, format, KEYS, parse } from '../../src/state/url.ts';
import { VIEWS } from '../views.ts';

const asked = (attributes: Record<string, string>) => askedOf((name) => attributes[name] ?? null);

describe('attributes are the keys of an address', () => {
  test.each(VIEWS.map(({ query }) => query))('%s reads as its address does, with the map before the reader', (query) => {
    const { fields } = asked(Object.fromEntries(new URLSearchParams(query)));
    expect(fields).toEqual({ ...parse(query), tab: 'map' });
  });
  test('what is unknown or malformed takes the default', () => {
    expect(asked({ pairing: 'No Such', unfold: 'everything', at: 'here', autoload: 'now', class: 'wide' })).toEqual({
      fields: DEFAULTS,
      autoload: 'tap',
    });
  });
  test('a language is a tag, as pages have them', () => {
    expect(['zh', 'zh-CN', 'ZH-Hans', 'en-GB', 'de', ''].map(langOf)).toEqual(['zh', 'zh', 'zh', 'en', null, null]);
    expect(asked({ lang: 'zh-Hant-TW' }).fields.lang).toBe('zh');
  });
  test('every key but the language, which all elements have, is a property', () => {
    expect(PROPERTIES).toEqual([...KEYS.filter((key) => key !== 'lang'), 'autoload', 'data', 'base']);
  });
  test('properties are written as addresses have them', () => {
    expect([null, undefined, '', 2021, ['xinjiang', 'qinghai'], [104, 35.5, 5]].map(written)).toEqual([
      null,
      null,
      '',
      '2021',
      'xinjiang,qinghai',
      '104,35.5,5',
    ]);
  });
  test('only what the attributes have changed is changed in the view', () => {
    const before = asked({ pairing: 'nanjing-xining', theme: 'dark' }).fields;
    expect(changed(before, asked({ pairing: 'nanjing-xining', theme: 'light', at: '100,35,5' }).fields)).toEqual({
      theme: 'light',
      at: { lng: 100, lat: 35, zoom: 5, bearing: 0, pitch: 0 },
    });
    expect(changed(before, before)).toEqual({});
  });
});

describe('a view with the map alone', () => {
  const view = (query: string) => {
    const shown: string[] = [];
    const made = new MapView(
      { query, languages: ['en'], prefersDark: false },
      { has: (record) => record === 'a-figure', show: (to) => shown.push(to) },
    );
    return { made, shown };
  };
  test('shows panels elsewhere, and stays as it is', () => {
    const { made, shown } = view('pairing=nanjing-xining&measure=aid');
    made.open('nanjing-xining', null, 'dossier');
    made.tab = 'compare';
    made.open('nanjing-xining', 'a-figure');
    expect(shown).toEqual([
      'pairing=nanjing-xining&tab=dossier&measure=aid',
      'pairing=nanjing-xining&tab=compare&measure=aid',
      'pairing=nanjing-xining&record=a-figure&measure=aid',
    ]);
    expect(made.query).toBe('pairing=nanjing-xining&measure=aid');
  });
  test('opens what has a popup, and never begins elsewhere', () => {
    const { made, shown } = view('pairing=nanjing-xining&tab=table');
    expect(format(made)).toBe('pairing=nanjing-xining');
    made.open('zhejiang-haixi');
    expect([made.query, shown]).toEqual(['pairing=zhejiang-haixi', []]);
  });
});

test('the height told hangs on no height given: what a page gives is not asked for again', () => {
  const map = { natural: 400, credits: 40, popup: 0, tray: false };
  expect(wholeHeight(map)).toBe(400);
  expect(wholeHeight({ ...map, popup: 900 })).toBe(964);
  expect(wholeHeight({ ...map, popup: 310, tray: true })).toBe(540);
  expect(wholeHeight({ ...map, popup: 90, tray: true })).toBe(400);
});
