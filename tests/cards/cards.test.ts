import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import FigureCard from '../../src/cards/FigureCard.svelte';
import PairingCard from '../../src/cards/PairingCard.svelte';
import PlaceCard from '../../src/cards/PlaceCard.svelte';
import RouteCard from '../../src/cards/RouteCard.svelte';
import { shownIn } from '../../src/state/filter.ts';
import { allFigures, sectionsOf } from '../../src/state/world.ts';
import { messages } from '../../src/text/messages.ts';
import { pairingTitle } from '../../src/text/pairing.ts';
import { REAL } from '../fixtures/world.ts';

// Cards say what is known of one thing and need no browser for it: an embed's page has them before its scripts.
const LANGS = ['zh', 'en'] as const;
const { pairings, places } = REAL.dataset;
const nothing = () => {};
const ON = {
  ...{ onpairing: nothing, onrecord: nothing, onfigure: nothing, ondossier: nothing, onunfold: nothing, oncompare: nothing },
  ...{ onplace: nothing, onfilter: nothing, onclose: nothing, unfolded: false, span: null, world: REAL },
};
const made = (card: unknown, props: Record<string, unknown>): string => render(card as Component<Record<string, unknown>>, { props }).body;
const values = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value!);
const text = (html: string): string =>
  html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe.each(LANGS)('in %s', (lang) => {
  test('every pairing has its four sections, each with its figures, projects and routes, and says no number that is none', () => {
    for (const pairing of pairings) {
      const html = made(PairingCard, { ...ON, lang, pairing });
      expect(values(html, 'data-section'), pairing.id).toEqual(['funding', 'projects', 'flights', 'freight']);
      const { funding, flights, freight } = sectionsOf(REAL, shownIn(pairing, null));
      const figures = values(html, 'data-figure');
      // Long lists begin with four.
      for (const { id } of funding.slice(0, 4)) expect(figures, id).toContain(id);
      for (const { id } of [...flights.routes, ...freight.routes]) expect(values(html, 'data-route'), id).toContain(id);
      expect(text(html), pairing.id).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
      expect(text(html)).toContain(REAL.programme(pairing.programme).name[lang]);
    }
  });

  test('every route is named, with the pairing it belongs to', () => {
    for (const pairing of pairings)
      for (const route of pairing.routes) {
        const said = text(made(RouteCard, { ...ON, lang, route, pairing }));
        expect(said, route.id).toContain(pairingTitle(REAL, pairing, lang));
        expect(said, route.id).not.toMatch(/NaN|undefined|null|\[object/);
      }
  });

  test('every place at which an arc is drawn to end says with whom it is paired', () => {
    for (const place of places) {
      const ending = pairings.filter(({ donor, recipient }) => [donor, recipient].some((end) => REAL.drawnAt(end).id === place.id));
      if (!ending.length) continue;
      const said = text(made(PlaceCard, { ...ON, lang, place }));
      for (const pairing of ending.slice(0, 3)) expect(said, place.id).toContain(pairingTitle(REAL, pairing, lang));
    }
  });

  test('every figure is shown as printed, in Chinese, with its source', () => {
    for (const pairing of pairings)
      for (const figure of allFigures(pairing)) {
        const props = {
          ...ON,
          lang,
          figure,
          pairing,
          programme: REAL.programme(pairing.programme),
          report: null,
          addressOf: (query: string) => `?${query}`,
        };
        const html = made(FigureCard, props);
        if (figure.reported !== null) expect(text(html), figure.id).toContain(figure.reported.replace(/&/g, '&amp;'));
        expect(text(html), figure.id).toContain(messages(lang).channel[figure.channel]);
      }
  });
});
