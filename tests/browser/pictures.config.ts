import config from './playwright.config.ts';

/** Photographs of every named view, for looking at: `npm run pictures` writes them to test-results/pictures. */
export default { ...config, testMatch: 'pictures.ts' };
