import { describe, expect, test } from 'vitest';
import { filter } from '../../src/state/filter.ts';
import { DEFAULTS, type ViewFields } from '../../src/state/url.ts';
import { viewSentence } from '../../src/text/view.ts';
import { REAL } from '../fixtures/world.ts';

const sentence = (view: Partial<ViewFields>, lang: 'zh' | 'en') => {
  const whole = { ...DEFAULTS, ...view };
  return viewSentence(REAL, whole, filter(REAL, whole), lang);
};
const inferred = REAL.dataset.pairings.filter((pairing) => pairing.inferred).length;
const all = REAL.dataset.pairings.length - inferred;

describe('the sentence of a view', () => {
  test('without filters says how many there are and what widths mean', () => {
    expect(sentence({}, 'en')).toBe(`All ${all} pairings and ${inferred} inferred ties. Arc width: Annual aid.`);
    expect(sentence({}, 'zh')).toBe(`共${all}对结对关系、${inferred}组推断关系。弧线粗细：年均援助资金。`);
  });
  test('names each filter that is set, and the years', () => {
    const view = { donor: 'tianjin', from: 2017, to: 2017, has: ['flights'] as const, measure: 'people' as const };
    const n = filter(REAL, view).pairings.length;
    expect(sentence(view, 'en')).toBe(
      `${n} of ${all} pairings; 0 of ${inferred} inferred ties. Donor: Tianjin. Has: Flights. Years: 2017. Arc width: People sent.`,
    );
    expect(sentence(view, 'zh')).toBe(
      `显示${n}对，共${all}对；推断关系0组，共${inferred}组。支援方：天津。有记录：航线。年份：2017年。弧线粗细：派出人员。`,
    );
  });
});
