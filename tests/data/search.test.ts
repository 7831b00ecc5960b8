import { describe, expect, test } from 'vitest';
import { readings, syllables } from '../../data/search.ts';
import { entriesOf } from '../../src/find/entries.ts';
import { REAL } from '../fixtures/world.ts';

const spelt = (zh: string) => syllables(zh).join(' ');
const names = [...new Set(entriesOf(REAL).flatMap((entry) => entry.names.map(({ zh }) => zh)))];

describe('readings of places', () => {
  /** Places whose English name is not their pinyin. */
  const OTHERWISE: [string, string][] = [
    ['格尔木市', 'ge er mu shi'],
    ['乌兰县', 'wu lan xian'],
    ['唐古拉山镇长江源村', 'tang gu la shan zhen chang jiang yuan cun'],
    ['尖扎县', 'jian zha xian'],
    ['泽库县', 'ze ku xian'],
    ['阿克苏地区', 'a ke su di qu'],
    ['阿克苏市', 'a ke su shi'],
    ['库车市', 'ku che shi'],
    ['温宿县', 'wen su xian'],
    ['沙雅县', 'sha ya xian'],
    ['新和县', 'xin he xian'],
    ['拜城县', 'bai cheng xian'],
    ['乌什县', 'wu shi xian'],
    ['柯坪县', 'ke ping xian'],
    ['阿拉尔市', 'a la er shi'],
    ['乌鲁木齐', 'wu lu mu qi'],
    ['伊犁州', 'yi li zhou'],
    ['玛多县', 'ma duo xian'],
    ['格尔木机场', 'ge er mu ji chang'],
    ['阿克苏机场', 'a ke su ji chang'],
    ['阿拉尔机场', 'a la er ji chang'],
    ['别迭里口岸', 'bie die li kou an'],
    ['伊宁机场', 'yi ning ji chang'],
    ['哈密市', 'ha mi shi'],
    ['吐鲁番市', 'tu lu fan shi'],
    ['库尔勒', 'ku er le'],
    ['哈尔滨', 'ha er bin'],
    ['内蒙古', 'nei meng gu'],
    ['呼和浩特', 'hu he hao te'],
    ['拉萨市', 'la sa shi'],
    ['陕西', 'shan xi'],
    ['常州经开区', 'chang zhou jing kai qu'],
    ['和田地区', 'he tian di qu'],
    ['和田市', 'he tian shi'],
    ['皮山县', 'pi shan xian'],
    ['喀什地区', 'ka shi di qu'],
    ['喀什市', 'ka shi shi'],
    ['莎车县', 'sha che xian'],
    ['巴楚县', 'ba chu xian'],
    ['泽普县', 'ze pu xian'],
    ['叶城县', 'ye cheng xian'],
    ['疏附县', 'shu fu xian'],
    ['疏勒县', 'shu le xian'],
    ['塔什库尔干县', 'ta shi ku er gan xian'],
    ['图木舒克市', 'tu mu shu ke shi'],
    ['克孜勒苏州', 'ke zi le su zhou'],
    ['阿图什市', 'a tu shi shi'],
    ['阿克陶县', 'a ke tao xian'],
    ['乌恰县', 'wu qia xian'],
    ['博湖县', 'bo hu xian'],
    ['巴音郭楞州', 'ba yin guo leng zhou'],
    ['吉木萨尔县', 'ji mu sa er xian'],
    ['阿勒泰地区', 'a le tai di qu'],
    ['阿勒泰市', 'a le tai shi'],
    ['布尔津县', 'bu er jin xian'],
    ['伊宁县', 'yi ning xian'],
    ['霍尔果斯', 'huo er guo si'],
    ['可克达拉市', 'ke ke da la shi'],
    ['日喀则市', 'ri ka ze shi'],
    ['林芝市', 'lin zhi shi'],
    ['那曲市', 'na qu shi'],
    ['昌都市', 'chang du shi'],
    ['阿里地区', 'a li di qu'],
    ['噶尔县', 'ga er xian'],
    ['墨竹工卡县', 'mo zhu gong ka xian'],
    ['果洛州', 'guo luo zhou'],
    ['玛沁县', 'ma qin xian'],
    ['甘德县', 'gan de xian'],
    ['刚察县', 'gang cha xian'],
    ['察右前旗', 'cha you qian qi'],
    ['正镶白旗', 'zheng xiang bai qi'],
  ];
  const isOther = new Set(OTHERWISE.map(([zh]) => zh));

  test.each(OTHERWISE)('%s is read %s', (zh, reading) => {
    expect(spelt(zh)).toBe(reading);
  });

  test('every other place is read as its English name', () => {
    const wrong = REAL.dataset.places
      .filter(({ zh }) => !isOther.has(zh))
      .map(({ zh, en }) => {
        const spoken = en.toLowerCase().replace(/ (county|city|airport|port|prefecture|district|banner|village.*)$/, '');
        return [zh, syllables(zh).join(''), spoken.replace(/[^a-z]/g, '')] as const;
      })
      .filter(([, reading, spoken]) => !reading.startsWith(spoken));
    expect(wrong).toEqual([]);
    expect(REAL.dataset.places.length - OTHERWISE.length).toBeGreaterThan(100);
  });

  test('no place listed as read otherwise has left the data', () => {
    const there = new Set(REAL.dataset.places.map(({ zh }) => zh));
    expect(OTHERWISE.filter(([zh]) => !there.has(zh))).toEqual([]);
  });
});

test.each([
  ['克拉玛依', 'ke la ma yi'],
  ['若羌', 'ruo qiang'],
  ['尉犁', 'yu li'],
  ['珲春', 'hun chun'],
  ['乐清', 'yue qing'],
  ['对口援藏', 'dui kou yuan zang'],
  ['重庆—夏河—天津航线', 'chong qing xia he tian jin hang xian'],
  ['绿色DT3090（5A级）', 'lu se d t 3 0 9 0 5 a ji'],
])('%s is read %s', (zh, reading) => {
  expect(spelt(zh)).toBe(reading);
});

test('every name of the data has one syllable for each letter, in Latin letters and digits', () => {
  const wrong = names.filter((zh) => {
    const letters = [...zh.normalize('NFKC')].filter((char) => /[\p{L}\p{N}]/u.test(char));
    const all = syllables(zh);
    return all.length !== letters.length || all.some((syllable) => !/^[a-z]+$|^[a-z\d]$/.test(syllable));
  });
  expect(wrong).toEqual([]);
});

test('what is written out is what was read', () => {
  const file = readings(names);
  const usual = new Map(
    Object.entries(file.letters).flatMap(([syllable, letters]) => [...letters].map((letter) => [letter, syllable] as const)),
  );
  for (const zh of names) {
    const letters = [...zh.normalize('NFKC').toLowerCase()].filter((char) => /[\p{L}\p{N}]/u.test(char));
    expect(file.names[zh] ?? letters.map((letter) => usual.get(letter) ?? letter).join(' '), zh).toBe(spelt(zh));
  }
});
