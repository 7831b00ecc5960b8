import { KINDS, MOST_SLIDES, type DeckProblem } from '../state/deck.ts';
import type { Lang } from '../state/lang.ts';
import { KEYS } from '../state/url.ts';
import { row } from './list.ts';

/** What was found, and what would be right. */
interface Told {
  found: string;
  want: string;
}
type Rules = { [R in DeckProblem['rule']]: (...of: string[]) => Told };

const told = (found: string, want: string): Told => ({ found, want });

const en: Rules = {
  tooLarge: (kB) => told(`the file is larger than ${kB} kB`, 'open the text of a brief'),
  noFrontMatter: () => told('the file does not begin with front matter', 'begin it with ---, then title:, lang: and kind:, then ---'),
  noTitle: () => told('title is missing', 'add title: and what the brief is called'),
  noLang: () => told('lang is missing', 'write lang: zh or lang: en'),
  badLang: (value) => told(`lang is ${value}`, 'write zh or en'),
  noEntry: (line) => told(`front matter holds “${line}”`, 'write key: value, or close it with --- before the words'),
  twice: (key) => told(`${key} stands there twice`, 'keep one of them'),
  open: () => told('front matter is not closed', 'close it with a line of ---'),
  noKind: () => told('the slide names no kind', 'begin it with kind: in front matter of its own'),
  badKind: (value) => told(`kind is ${value || 'empty'}`, `use one of ${row(KINDS, 'en')}`),
  unknownKey: (key, ...known) => told(`unknown key ${key}`, `use one of ${row(known, 'en')}`),
  unknownViewKey: (key) => told(`unknown view key ${key}`, `use keys of the atlas’s address: ${row(KEYS, 'en')}`),
  badValue: (key, value) => told(`${key}=${value} is no value of ${key}`, 'take the view’s address from the atlas'),
  needs: (kind, key) => told(`a slide of kind ${kind} without ${key} in its view`, `add ${key}=… to its view`),
  tooMany: (n) => told(`the brief has ${n} slides`, `keep ${MOST_SLIDES} of them at most`),
};

const zh: Rules = {
  tooLarge: (kB) => told(`文件超过${kB} kB`, '请选择简报的文本文件'),
  noFrontMatter: () => told('开头缺少文件头', '请以一行---开头，写明title:、lang:、kind:，再以---结束'),
  noTitle: () => told('缺少title', '请添加title:和简报名称'),
  noLang: () => told('缺少lang', '请写lang: zh或lang: en'),
  badLang: (value) => told(`lang写作${value}`, '请改为zh或en'),
  noEntry: (line) => told(`文件头中有“${line}”`, '请写成“键: 值”，或在正文之前以---结束文件头'),
  twice: (key) => told(`${key}出现两次`, '请只留一处'),
  open: () => told('文件头未结束', '请以一行---结束'),
  noKind: () => told('这一页没有写明类型', '请在这一页的文件头中写明kind:'),
  badKind: (value) => told(value ? `kind写作${value}` : 'kind为空', `请用${row(KINDS, 'zh')}之一`),
  unknownKey: (key, ...known) => told(`${key}不是可用的键`, `请用${row(known, 'zh')}`),
  unknownViewKey: (key) => told(`视图中的${key}不是可用的键`, `请用地图网址中的键：${row(KEYS, 'zh')}`),
  badValue: (key, value) => told(`${key}不能取${value}`, '请从地图复制视图的网址'),
  needs: (kind, key) => told(`${kind}类型的页面，视图中缺少${key}`, `请在视图中加上${key}=……`),
  tooMany: (n) => told(`简报有${n}页`, `请不要超过${MOST_SLIDES}页`),
};

/** What is wrong with a deck's text, in the words of a language. */
export const deckTold = ({ rule, of }: Pick<DeckProblem, 'rule' | 'of'>, lang: Lang): Told => (lang === 'zh' ? zh : en)[rule](...of);
