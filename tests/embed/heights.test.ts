import { describe, expect, test } from 'vitest';
import { announcements, frameOf, greetingOf } from '../../src/embed/heights.ts';
import { LANGS, subjectsOf } from '../../src/pages/subjects.ts';
import { embedPath } from '../../src/text/share.ts';
import { REAL } from '../fixtures/world.ts';

const SITE = 'https://atlas.example/shanhai/';
const frame = frameOf(`${SITE}e/zhejiang-haixi/?theme=dark`, 'zhejiang-haixi');

describe('what a frame is called', () => {
  test('is a part of its address and nothing that Datawrapper calls a chart, for every page and language', () => {
    for (const { id } of subjectsOf(REAL))
      for (const lang of LANGS) {
        const { key, src } = frameOf(SITE + embedPath(id, lang), id);
        expect(src).toContain(key);
        expect(key).not.toMatch(/^[A-Za-z0-9]{5}$/);
        // It stands in selectors of hosts.
        expect(key).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      }
  });

  test('and its address are as the host has them, also where the reader was sent on', () => {
    const given = `${SITE}embed.html?programme=xinjiang&lang=en&childId=map-1`;
    const sent = frameOf(`${SITE}e/programme-xinjiang/en/?childId=map-1#?from=${encodeURIComponent(given)}`, 'programme-xinjiang');
    expect(sent.src).toBe(given);
    expect(given).toContain(sent.key);
    expect(sent.childId).toBe('map-1');
  });

  test('of WordPress is what it put into the fragment, if it is one', () => {
    expect(frameOf(`${SITE}e/aksu/#?secret=a1B2c3D4e5`, 'aksu').secret).toBe('a1B2c3D4e5');
    expect(frameOf(`${SITE}e/aksu/#?secret=<script>`, 'aksu').secret).toBeNull();
    expect(frameOf(`${SITE}e/aksu/#amp=1`, 'aksu').secret).toBeNull();
  });
});

describe('a height is announced', () => {
  test('to Datawrapper, AMP, the generic listener and the Guardian at once, and to nobody who has not called', () => {
    expect(announcements(412, 640, frame, null)).toEqual([
      { 'datawrapper-height': { 'zhejiang-haixi': 412 } },
      { sentinel: 'amp', type: 'embed-size', height: 412 },
      JSON.stringify({ src: `${SITE}e/zhejiang-haixi/?theme=dark`, context: 'iframe.resize', height: 412 }),
      JSON.stringify({ type: 'set-height', value: 412, id: 'shanhai:zhejiang-haixi' }),
    ]);
  });

  test('to pym, WordPress and iframe-resizer in their own shapes once they have called', () => {
    const called = { ...frame, childId: 'map-1', secret: 'a1B2c3D4e5' };
    const said = announcements(412, 640, called, 'iFrameResizer0');
    expect(said).toContain('pymxPYMxmap-1xPYMxheightxPYMx412');
    expect(said).toContainEqual({ message: 'height', value: 412, secret: 'a1B2c3D4e5' });
    expect(said.at(-1)).toBe('[iFrameSizer]iFrameResizer0:412:640:size');
  });

  test('never under what AMP shows', () => {
    expect(announcements(40, 640, frame, null)[1]).toMatchObject({ height: 100 });
  });

  test.each([
    ['[iFrameSizer]iFrameResizer0:8:false:false:32:true:true:null:bodyOffset', 'iFrameResizer0'],
    ['pymxPYMxmap-1xPYMxwidthxPYMx640', null],
    ['[iFrameSizer]', null],
    [{ type: 'x' }, null],
    [null, null],
  ])('a greeting is told from other messages: %s', (message, name) => {
    expect(greetingOf(message)).toBe(name);
  });
});
