import { lexer, type Token, type Tokens } from 'marked';
import type { Lang } from '../state/lang.ts';
import type { World } from '../state/world.ts';
import { filled } from '../text/brief.ts';

/** Words that look alike: as they stand, or as a reference was filled in. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
  /** Id of the figure they are; null for any other words. */
  figure: string | null;
  /** Number of its source. */
  source: number | null;
}

/** A heading, paragraph or line of a list. */
export interface Block {
  kind: 'h1' | 'h2' | 'p' | 'li';
  runs: Run[];
}

/** A slide's Markdown as blocks, its references filled in. Tags within it are words like any other; what has no form of its own here is a paragraph. */
export function blocksOf(world: World, words: string, lang: Lang): Block[] {
  const runs = (tokens: readonly Token[], bold = false, italic = false): Run[] =>
    tokens.flatMap((token): Run[] => {
      const within = 'tokens' in token ? token.tokens : undefined;
      if (token.type === 'br') return [{ text: '\n', bold, italic, figure: null, source: null }];
      if (within?.length) return runs(within, bold || token.type === 'strong', italic || token.type === 'em');
      const text = 'text' in token ? String(token.text) : token.raw;
      return filled(world, text, lang).map(({ text, figure, source, filled }) => ({ text, bold: bold || filled, italic, figure, source }));
    });
  return lexer(words).flatMap((token): Block[] => {
    switch (token.type) {
      case 'heading':
        return [{ kind: (token as Tokens.Heading).depth === 1 ? 'h1' : 'h2', runs: runs((token as Tokens.Heading).tokens) }];
      case 'list':
        return (token as Tokens.List).items.map((item) => ({ kind: 'li', runs: runs(item.tokens) }));
      case 'paragraph':
        return [{ kind: 'p', runs: runs((token as Tokens.Paragraph).tokens) }];
      case 'space':
        return [];
      default:
        return [{ kind: 'p', runs: [{ text: token.raw.trim(), bold: false, italic: false, figure: null, source: null }] }];
    }
  });
}

/** The text of a block without its marks. */
export const textOf = ({ runs }: Block): string => runs.map(({ text }) => text).join('');
