import { expect, test } from 'vitest';
import { readFlags } from '../../src/embed/flags.ts';
import { embedAddress, embedPlace } from '../../src/text/embed-place.ts';
import { parse } from '../../src/state/url.ts';

const PLAIN = readFlags('');

test('an address without flags is a whole embed that goes live when asked', () => {
  expect(PLAIN).toEqual({
    ...{ lang: null, theme: 'auto', plain: false, fixed: false, transparent: false, fit: false },
    ...{ brand: true, autoload: 'tap', events: false, hide: [], data: null, at: null },
  });
});

test.each([
  ['theme=dark', { theme: 'dark' }],
  ['dark=true', { theme: 'dark' }],
  ['dark=false', { theme: 'light' }],
  ['dark=auto', { theme: 'auto' }],
  ['dark=true&theme=light', { theme: 'light' }],
  ['plain=true&static=1&transparent=true&fitchart=true&logo=off', { plain: true, fixed: true, transparent: true, fit: true, brand: false }],
  ['autoload=visible&events=on', { autoload: 'visible', events: true }],
  ['hide=title,sources,nothing', { hide: ['title', 'sources'] }],
  ['data=2026-11-25', { data: '2026-11-25' }],
  ['data=2026-11-25T00:00', { data: '2026-11-25' }],
  ['at=97.3,37.3,6', { at: { lng: 97.3, lat: 37.3, zoom: 6, bearing: 0, pitch: 0 } }],
])('%s, ours or as Datawrapper has it', (query, flags) => {
  expect(readFlags(query)).toEqual({ ...PLAIN, ...flags });
});

test.each(['lang=fr', 'theme=night', 'dark=maybe', 'at=1,2', 'at=x,y,z', 'at=500,0,3', 'autoload=never', 'hide=', 'data='])(
  '%s takes the default',
  (query) => expect(readFlags(query)).toEqual(PLAIN),
);

const place = (query: string, lang: 'zh' | 'en' = 'zh') => embedPlace(parse(query), lang, (id) => id !== 'nowhere');
test.each([
  ['pairing=zhejiang-haixi', 'e/zhejiang-haixi/'],
  ['recipient=aksu&theme=dark&at=80,41,5', 'e/aksu/'],
  ['donor=zhejiang', 'e/zhejiang/'],
  ['programme=xinjiang', 'e/programme-xinjiang/'],
  ['', null],
  ['programme=xinjiang,qinghai', null],
  ['donor=zhejiang&recipient=aksu', null],
  ['pairing=zhejiang-haixi&unfold=channels', null],
  ['has=flights', null],
  ['pairing=nowhere', null],
])('the page of %s is %s', (query, page) => {
  expect(place(query)).toBe(page);
  expect(place(query, 'en')).toBe(page && `${page}en/`);
});

test('the address of an embed says what an editor has chosen, and nothing that is so anyway', () => {
  const look = { theme: 'auto', hide: [], visible: false, data: null } as const;
  const pairing = parse('pairing=zhejiang-haixi&at=97.3,37.3,6');
  expect(embedAddress(parse('pairing=zhejiang-haixi'), 'e/zhejiang-haixi/', look)).toBe('e/zhejiang-haixi/');
  const chosen = { theme: 'dark', hide: ['title', 'sources'], visible: true, data: '2026-11-25' } as const;
  expect(embedAddress(pairing, 'e/zhejiang-haixi/', chosen)).toBe(
    'e/zhejiang-haixi/?at=97.3,37.3,6&theme=dark&hide=title,sources&autoload=visible&data=2026-11-25',
  );
  expect(embedAddress(parse('has=flights&from=2020&to=2024'), null, look)).toBe('embed.html?has=flights&from=2020&to=2024');
});
