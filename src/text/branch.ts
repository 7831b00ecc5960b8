import type { Branch } from '../state/unfold.ts';
import { exploreWords } from './explore.ts';
import { figureText, periodText } from './figure.ts';
import type { Lang } from '../state/lang.ts';
import { messages } from './messages.ts';

/** What a branch is of: funding, projects, flights, or the kind of train. */
export const branchSection = ({ section, trains }: Pick<Branch, 'section' | 'trains'>, lang: Lang): string =>
  trains ? messages(lang).trains[trains] : exploreWords(lang).branch[section];

/** What stands on a branch of an unfolded arc, and what is heard of it. */
export function branchText(branch: Branch, lang: Lang): { name: string; spoken: string } {
  const words = exploreWords(lang);
  const section = branchSection(branch, lang);
  const colon = lang === 'zh' ? '：' : ': ';
  const counted = (name: string) => ({ name: `${name} ${branch.count}`, spoken: `${section}${colon}${name} ${branch.count}` });
  switch (branch.kind) {
    case 'channel':
      return { name: `${section} ${branch.count}`, spoken: `${section} ${branch.count}` };
    case 'place':
      return counted(branch.name[lang]);
    case 'route':
      return { name: branch.route.name[lang], spoken: `${section}${colon}${branch.route.name[lang]}` };
    case 'rest':
      return { name: words.branchRest(branch.count), spoken: `${section}${colon}${words.branchRest(branch.count)}` };
    case 'figure': {
      const { figure } = branch;
      const name = figureText(figure, lang) || figure.label[lang];
      const period = periodText(figure, lang);
      return { name, spoken: [figure.label[lang], name, period].filter(Boolean).join(lang === 'zh' ? '，' : ', ') };
    }
  }
}
