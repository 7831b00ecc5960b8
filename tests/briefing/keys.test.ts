import { expect, test } from 'vitest';
import { actOf, slideAfter } from '../../src/briefing/keys.ts';

test('a clicker’s keys and a keyboard’s go on and back', () => {
  for (const key of ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter']) expect(actOf(key, '').act).toBe('next');
  for (const key of ['PageUp', 'ArrowLeft', 'ArrowUp']) expect(actOf(key, '').act).toBe('back');
  expect(actOf('B', '').act).toBe('black');
  expect(actOf('q', '').act).toBeNull();
});

test('a number and Enter name a slide; another key forgets the number', () => {
  let typed = '';
  for (const key of ['1', '2']) ({ typed } = actOf(key, typed));
  expect(actOf('Enter', typed)).toEqual({ act: { to: 12 }, typed: '' });
  expect(actOf('PageDown', '12')).toEqual({ act: 'next', typed: '' });
});

test('no act leads beyond the ends', () => {
  expect(slideAfter('next', 0, 14)).toBe(1);
  expect(slideAfter('next', 13, 14)).toBeNull();
  expect(slideAfter('back', 0, 14)).toBeNull();
  expect(slideAfter('last', 3, 14)).toBe(13);
  expect(slideAfter({ to: 99 }, 3, 14)).toBe(13);
  expect(slideAfter({ to: 0 }, 3, 14)).toBe(0);
  expect(slideAfter('black', 3, 14)).toBeNull();
});
