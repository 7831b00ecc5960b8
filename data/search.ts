import { customPinyin, pinyin } from 'pinyin-pro';

/** The content of `data/search.json`: how Chinese names are typed on a Latin keyboard. Without tones; `ü` is `u`. */
export interface Readings {
  /** Raised when a field changes its meaning; the app refuses any other number. */
  format: 1;
  /** The Chinese letters commonly read as each syllable. */
  letters: Record<string, string>;
  /** Names of which a letter is read otherwise: a syllable for each letter or digit, spaces between. */
  names: Record<string, string>;
}

/** What the dictionary gets wrong: mostly names of places. */
export const CORRECTED: Record<string, string> = {
  什: 'shi',
  什么: 'shen me',
  六合: 'lu he',
  莲都: 'lian du',
  都兰: 'du lan',
  昌都: 'chang du',
  乐都: 'le du',
  长江: 'chang jiang',
  闵行: 'min hang',
  尉犁: 'yu li',
  珲春: 'hun chun',
  称多: 'chen duo',
  乐清: 'yue qing',
  重庆: 'chong qing',
  西藏: 'xi zang',
  青藏: 'qing zang',
  援藏: 'yuan zang',
  陕藏: 'shan zang',
};
customPinyin(CORRECTED);

const LETTER = /[\p{L}\p{N}]/u;

/** One syllable for each letter of a name; a Latin letter or a digit is one of its own. */
export const syllables = (name: string): string[] =>
  pinyin(name.normalize('NFKC'), { toneType: 'none', type: 'array' })
    .filter((syllable) => LETTER.test(syllable))
    .map((syllable) => syllable.toLowerCase().replaceAll('ü', 'u'));

/** The readings of these Chinese names. */
export function readings(names: Iterable<string>): Readings {
  const read = [...new Set(names)].map((name) => ({
    name,
    letters: [...name.normalize('NFKC').toLowerCase()].filter((letter) => LETTER.test(letter)),
    spelt: syllables(name),
  }));
  const counted = new Map<string, Map<string, number>>();
  for (const { letters, spelt } of read)
    letters.forEach((letter, i) => {
      const of = counted.get(letter) ?? new Map<string, number>();
      counted.set(letter, of.set(spelt[i]!, (of.get(spelt[i]!) ?? 0) + 1));
    });
  const usual = new Map([...counted].map(([letter, of]) => [letter, [...of].sort((a, b) => b[1] - a[1])[0]![0]]));
  const bySyllable = new Map<string, string>();
  for (const [letter, syllable] of usual) if (letter !== syllable) bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + letter);
  return {
    format: 1,
    letters: Object.fromEntries([...bySyllable].sort()),
    names: Object.fromEntries(
      read
        .filter(({ letters, spelt }) => letters.some((letter, i) => usual.get(letter) !== spelt[i]))
        .map(({ name, spelt }) => [name, spelt.join(' ')]),
    ),
  };
}
