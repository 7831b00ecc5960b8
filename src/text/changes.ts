import type { Words } from '../../data/schema.ts';

/** What changed in the data, newest first, for readers: an entry for each day on which a number or a pairing was added, corrected or withdrawn. */
export const CHANGES: readonly { on: string; what: Words }[] = [
  {
    on: '2026-11-22',
    what: {
      zh: '首次发布：五篇报道的数字与具名事实，十一份档案，以及一百余对结对的网络。',
      en: 'First edition: the figures and named facts of five newspaper texts, eleven dossiers, and a network of more than a hundred pairings.',
    },
  },
];
