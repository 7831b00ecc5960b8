import { describe, expect, test } from 'vitest';
import { parseFigure } from '../../data/figure.ts';
import { amountText, columnsOf, columnText } from '../../src/text/columns.ts';
import { figure, seeded } from '../fixtures/world.ts';

describe('a column of figures', () => {
  const column = (...prints: string[]) => prints.map((print, i) => figure(`f${i}`, print));
  const shown = (lang: 'zh' | 'en', ...prints: string[]) => {
    const figures = column(...prints);
    return figures.map((one) => columnText(one, lang, columnsOf(figures, lang)));
  };

  test('is in one scale, the one that takes the fewest characters', () => {
    const prints = ['12.98亿元', '1000万元', '1407万元', '30.98亿元', '25.7亿元'];
    expect(shown('zh', ...prints)).toEqual(['12.98亿元', '0.1亿元', '0.1407亿元', '30.98亿元', '25.7亿元']);
    const english = ['CNY 1,298 million', 'CNY 10 million', 'CNY 14.07 million', 'CNY 3,098 million', 'CNY 2,570 million'];
    expect(shown('en', ...prints)).toEqual(english);
  });

  test.each([
    ['超1.5亿元', '1400万元', '701.72万元'],
    ['12.98亿元', '106万元', '570余万元'],
    ['8.5万名', '43名', '260多名'],
    ['100万余名', '35万人次'],
    ['5.3亿元', '600余万元'],
  ])('that no one scale suits is as printed, never 0.0106亿元, 超15000万元 or 1000000余名: %s, %s', (...prints) => {
    expect(shown('zh', ...prints)).toEqual(prints);
  });

  test('that is printed in one scale is as printed', () => {
    const prints = ['近1700亿元', '超2000亿元', '464.4亿元'];
    expect(shown('zh', ...prints)).toEqual(prints);
    expect(shown('zh', '近万人')).toEqual(['近万人']);
    expect(shown('zh', '139家', '千余家')).toEqual(['139家', '千余家']);
    expect(shown('zh', '五大', '三大')).toEqual(['五大', '三大']);
  });

  test('of counted things has no part of a thing', () => {
    expect(shown('zh', '3万名', '12万余名', '1.5万名')).toEqual(['3万名', '12万余名', '1.5万名']);
    expect(shown('zh', '400名', '43名', '260多名')).toEqual(['400名', '43名', '260多名']);
  });

  test('keeps the words of each qualifier', () => {
    const prints = ['2亿元', '7000余万元', '近3000万元', '5000万元以上', '约2000万元', '3亿元', '9亿元', '8亿元', '7亿元'];
    expect(shown('zh', ...prints).slice(1, 5)).toEqual(['0.7亿余元', '近0.3亿元', '0.5亿元以上', '约0.2亿元']);
    expect(shown('zh', 'over 80 million yuan', '3亿元', '9亿元', '7亿元')[0]).toBe('超0.8亿元');
    expect(shown('en', ...prints)[1]).toBe('over CNY 70 million');
  });

  test('leaves a size without a number as it is', () => {
    expect(shown('zh', '数10万人次', '超过17万人次', '3000人次')[0]).toBe('数10万人次');
    expect(shown('en', '数10万人次', '3000人次')[0]).toBe('several hundred thousand attendances');
  });

  test('scales both ends of a range, watts and metres too', () => {
    expect(shown('zh', '3—5万人', '2万人')).toEqual(['3—5万人', '2万人']);
    expect(shown('zh', '3000—5000人', '200人')).toEqual(['3000—5000人', '200人']);
    expect(shown('en', '350MW', '5GW')).toEqual(['0.35 GW', '5 GW']);
    expect(shown('zh', '2500公里', '800米')).toEqual(['2500公里', '0.8公里']);
  });

  test('gives its sums in its own scale, and without one the best', () => {
    const columns = columnsOf(column('1000万元', '2.5亿元', '3亿元'), 'zh');
    expect(amountText(3.6e8, 'CNY', 'zh', columns)).toBe('3.6亿元');
    expect(amountText(5e4, 'CNY', 'en', new Map())).toBe('CNY 50,000');
  });

  const QUALIFIED = ['#', '超#', '近#', '约#', '#以上', '逾#'];
  const UNITS = ['元', '名', '人次', '吨', '千瓦时', '个'];
  /** A print such as newspapers have them: up to five digits, in 万 or 亿 or neither, with or without a qualifier. */
  function print(next: () => number, unit: string): string {
    const of = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
    const size = of(['', '万', '亿']);
    const whole = Math.ceil(next() * 10 ** Math.ceil(next() * 4));
    const number = size && next() < 0.4 ? `${whole}.${Math.ceil(next() * 9)}` : `${whole}`;
    return of(QUALIFIED).replace('#', next() < 0.2 ? `${number}余${size}${unit}` : `${number}${size}${unit}`);
  }

  test('of 3,000 made at random reads back to the same values, units and qualifiers, in one scale or as printed', () => {
    const next = seeded(17);
    for (let i = 0; i < 3000; i++) {
      const unit = UNITS[i % UNITS.length]!;
      const figures = column(...Array.from({ length: 1 + Math.floor(next() * 8) }, () => print(next, unit)));
      const columns = columnsOf(figures, 'zh');
      const texts = figures.map((one) => columnText(one, 'zh', columns));
      for (const [j, { value, unit, qualifier, upper }] of figures.entries())
        expect(parseFigure(texts[j]!), `${figures[j]!.reported}: ${texts[j]}`).toEqual({ value, unit, qualifier, upper });
      const scales = texts.map((text) => /[万亿]/.exec(text)?.[0]);
      if (columns.size) expect(new Set(scales).size, texts.join(' ')).toBe(1);
      else expect(texts).toEqual(figures.map(({ reported }) => reported));
      for (const text of columns.size ? texts : []) expect(text).not.toMatch(/(?<!\d)0\.0|\d{5,}[^.\d]/);
    }
  });

  test('of 3,000 made at random says in English every digit of its values, in one scale or each in its own', () => {
    const next = seeded(19);
    const SIZES = { '': 1, million: 1e6, billion: 1e9 };
    for (let i = 0; i < 3000; i++) {
      const figures = column(...Array.from({ length: 1 + Math.floor(next() * 8) }, () => print(next, '元')));
      const columns = columnsOf(figures, 'en');
      const read = figures.map((one) => /CNY ([\d.,]+) ?(million|billion)?$/.exec(columnText(one, 'en', columns))!);
      for (const [j, [text, digits, size = '']] of read.entries())
        expect(Number(digits!.replaceAll(',', '')) * SIZES[size as keyof typeof SIZES], text).toBeCloseTo(figures[j]!.value!, 2);
      if (columns.size) expect(new Set(read.map(([, , size]) => size)).size).toBe(1);
    }
  });
});
