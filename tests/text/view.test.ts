import { describe, expect, test } from 'vitest';
import { filter } from '../../src/state/filter.ts';
import { DEFAULTS, type ViewFields } from '../../src/state/url.ts';
import { viewSentence } from '../../src/text/view.ts';
import { REAL } from '../fixtures/world.ts';

const sentence = (view: Partial<ViewFields>, lang: 'zh' | 'en') => {
  const whole = { ...DEFAULTS, ...view };
  return viewSentence(REAL, whole, filter(REAL, whole), lang);
};
const all = REAL.dataset.pairings.length;

describe('the sentence of a view', () => {
  test('without filters says how many there are and what widths mean', () => {
    expect(sentence({}, 'en')).toBe(`All ${all} pairings; Arc width: Aid total.`);
    expect(sentence({}, 'zh')).toBe(`共 ${all} 对；弧线粗细：援助资金总额。`);
  });
  test('names each filter that is set, and the years', () => {
    const view = { donor: 'tianjin', from: 2024, to: 2024, has: ['flights'] as const, measure: 'people' as const };
    const n = filter(REAL, view).pairings.length;
    expect(sentence(view, 'en')).toBe(`${n} of ${all} pairings; Donor: Tianjin; With named: Flights; Years: 2024; Arc width: People sent.`);
    expect(sentence(view, 'zh')).toBe(`显示 ${n} 对，共 ${all} 对；支援方：天津；有具名：航线；年份：2024年；弧线粗细：派出人员。`);
  });
});
