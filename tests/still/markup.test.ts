import { expect, test } from 'vitest';
import { byLine, openTags } from './markup.ts';

test.each([
  ['<p>a<br>b</p>', []],
  ['<svg><path d="M0 0"/></svg>', []],
  ['<ul><li>a<li>b <i>c</i></ul><p></p>', []],
  ['<p>', ['p']],
  ['<p></i></p>', ['</i>']],
  ['<b><i></b></i>', ['</b>', 'b']],
  ['<p title=a>b</p>', ['</p>', '<', '>']],
  ['<p>1 < 2</p>', ['<']],
])('of %s what is not closed is %j', (markup, open) => {
  expect(openTags(markup).sort()).toEqual(open.sort());
});

test('each element has a line', () => {
  expect(byLine('<p><b>a</b></p>')).toBe('<p>\n<b>a</b>\n</p>\n');
});
