/**
 * Every rule the check knows, with its remedy: what to do where nothing nearer can be said. `…` stands for words that
 * differ from case to case. `data/README.md` lists the same remedies, and each rule has a fixture that breaks it.
 */
export const REMEDIES = {
  syntax: 'mend the syntax',
  unreadable: 'let it be read, and save it as UTF-8',
  'unknown-file': 'a pairing is pairings/id.yaml; data/README.md lists the others; rename or remove it',
  alias: 'write it out where it stands; these files point to nothing within them',
  'unknown-key': 'data/README.md lists the keys; correct or remove it',
  'missing-key': 'add …',
  translation: 'add the … words',
  form: 'write …',
  choice: 'use one of …',
  'duplicate-id': 'give one of them another id',
  reference: 'add it there or correct the id',
  circle: 'leave "…" out of the largest',
  'half-point': 'give both lng and lat',
  'no-point': 'give lng and lat, or the seat it is drawn from',
  'seat-point': 'give the seat lng and lat of its own',
  'file-name': 'name the file after the id',
  'one-place': 'a pairing joins two places',
  evidence: 'give since, or link: where a text shows the two to be paired',
  year: 'write it as printed, such as 2016年',
  'missing-end': 'a route needs both ends; without them enter a figure instead',
  'one-end': 'a route needs two ends',
  airport: 'a flight joins two airports',
  'flight-via': 'leave via out; a flight goes straight',
  figure: 'write number, 万/亿 and unit as printed, such as 12.98亿元, or teach data/figure.ts',
  unit: 'write the unit as printed, money with its currency, such as 12.98亿元; or choose the measure that fits',
  years: 'give the count as printed and the period from its first year to its last',
  'joint-self': 'name the other pairings that the figure counts as well',
  road: 'name one of from and via',
  nothing: 'give what is reported, or the period of a dated fact',
  headline: 'one headline per measure decides the arc; keep one',
  'headline-scope': 'a headline speaks for its pairing; correct the scope or drop the headline',
  date: 'correct the month or the day',
  reversed: 'write the earlier date first: …',
  unfinished: 'end it with the text: …; or give years, where it prints a count of them',
  words: 'translate them',
} as const;

export type Rule = keyof typeof REMEDIES;
