import { describe, expect, test } from 'vitest';
import { allFigures, everyFigure, sectionsOf, World } from '../../src/state/world.ts';
import { DATASET, figure, REAL, WORLD } from '../fixtures/world.ts';

const xishan = WORLD.findPairing('donghai-xishan')!;
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('what is found by id', () => {
  test('is the thing of that id', () => {
    expect(WORLD.place('gaoyuan').en).toBe('Gaoyuan');
    expect(WORLD.source('evening').publisher.en).toBe('Xishan Evening News');
    expect(WORLD.programme('shanhai').name.zh).toBe('山海协作');
    expect(WORLD.findPairing('haigang-yunling')?.donor).toBe('haigang');
    expect(WORLD.findPlace('guankou')?.kind).toBe('port');
  });

  test('is found with its pairing if it is a route', () => {
    expect(WORLD.findRoute('freight')).toEqual({ route: xishan.routes[1], pairing: xishan });
  });

  test('is found with its pairing if it is a figure, wherever it stands', () => {
    const programme = WORLD.programme('shanhai');
    expect(WORLD.findFigure('fund')).toEqual({ figure: xishan.figures[2], pairing: xishan, programme });
    expect(WORLD.findFigure('tower-capacity')).toEqual({ figure: xishan.projects[0]!.figures[0], pairing: xishan, programme });
    expect(WORLD.findFigure('trains-run')?.pairing).toBe(xishan);
  });

  test('is found without a pairing if it is a figure of a whole programme', () => {
    const programme = WORLD.programme('shanhai');
    expect(WORLD.findFigure('shanhai-total')).toEqual({ figure: programme.figures[0], pairing: null, programme });
  });

  test('is a bug if the data should have it and do not', () => {
    expect(() => WORLD.place('atlantis')).toThrow('unknown place: atlantis');
    expect(() => WORLD.source('rumour')).toThrow('unknown source: rumour');
    expect(() => WORLD.programme('none')).toThrow('unknown programme: none');
  });

  test.each(['atlantis', 'constructor', '__proto__', ''])('is nothing if a stale link names it: %j', (id) => {
    expect([WORLD.findPairing(id), WORLD.findRoute(id), WORLD.findFigure(id), WORLD.findPlace(id)]).toEqual([null, null, null, null]);
  });

  test('is nothing if nothing was asked for', () => {
    expect([WORLD.findPairing(null), WORLD.findRoute(null), WORLD.findFigure(null), WORLD.findPlace(null)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

test('the parts of a pairing are those that name it as their whole', () => {
  expect(ids(WORLD.children('donghai-xishan'))).toEqual(['haigang-yunling']);
  expect(WORLD.children('haigang-yunling')).toEqual([]);
});

test('sources are numbered from 1 in the order of the data', () => {
  expect([WORLD.sourceNumber('daily'), WORLD.sourceNumber('evening')]).toEqual([1, 2]);
});

test('projects at a place are those whose point it is, each with its pairing', () => {
  expect(WORLD.projectsAt('yunling').map(({ project, pairing }) => [project.id, pairing.id])).toEqual([['school', 'donghai-xishan']]);
  expect(WORLD.projectsAt('xishan')).toEqual([]);
});

test('all figures of a pairing are its own, its projects’ and its routes’, each once', () => {
  expect(ids(allFigures(xishan))).toEqual([...ids(xishan.figures), 'tower-capacity', 'flights-run', 'trains-run']);
});

test('every figure of a dataset is there once, those of whole programmes last, and is found by its id', () => {
  for (const world of [WORLD, REAL]) {
    const figures = everyFigure(world.dataset);
    expect(new Set(ids(figures)).size).toBe(figures.length);
    for (const one of figures) expect(world.findFigure(one.id)?.figure).toBe(one);
  }
  expect(ids(everyFigure(DATASET)).at(-1)).toBe('shanhai-total');
});

describe('the sections of a popup', () => {
  const { funding, projects, flights, freight } = sectionsOf(WORLD, xishan);

  test('hold the figures of their channels, and the projects and routes', () => {
    expect(ids(projects.figures)).toEqual(['aid-projects']);
    expect(ids(projects.projects)).toEqual(['solar-tower', 'school', 'fair']);
    expect(ids(flights.figures)).toEqual(['passengers']);
    expect(ids(flights.routes)).toEqual(['flight']);
    expect(ids(freight.figures).sort()).toEqual(['tour-trains', 'trains-planned']);
    expect(ids(freight.routes)).toEqual(['freight']);
  });

  test('have headlines first, then what lies in no other figure, then the larger', () => {
    expect(ids(funding)).toEqual(['aid-total', 'fund', 'aid-clinics', 'aid-schools']);
  });

  test('keep the order of the data where units differ', () => {
    const mixed = [figure('people', '11名'), figure('money', '3亿元'), figure('share', '90%')].map((one) => ({
      ...one,
      channel: 'funding' as const,
    }));
    expect(ids(sectionsOf(WORLD, { ...xishan, figures: mixed }).funding)).toEqual(['people', 'money', 'share']);
  });

  test('leave the pairing as it is', () => {
    expect(ids(xishan.figures).slice(0, 4)).toEqual(['aid-schools', 'aid-clinics', 'fund', 'aid-total']);
  });

  test.each([...DATASET.pairings, ...REAL.dataset.pairings])(
    'of $id hold each of its figures of funding, projects and routes exactly once, and the joint ones that count it',
    (pairing) => {
      const world = DATASET.pairings.includes(pairing) ? WORLD : REAL;
      const { funding, projects, flights, freight } = sectionsOf(world, pairing);
      const joint = world.jointWith(pairing.id).map(({ figure }) => figure);
      const owners = [...projects.projects, ...flights.routes, ...freight.routes];
      const shown = [...funding, ...projects.figures, ...flights.figures, ...freight.figures, ...owners.flatMap((owner) => owner.figures)];
      const due = [...allFigures(pairing), ...joint].filter(
        (one) =>
          (allFigures(pairing).includes(one) && !pairing.figures.includes(one)) ||
          ['funding', 'project', 'flight', 'freight', 'rail-tour'].includes(one.channel),
      );
      expect(ids(shown).sort()).toEqual(ids(due).sort());
      expect(owners.length).toBe(pairing.projects.length + pairing.routes.length);
    },
  );

  test.each(REAL.dataset.pairings)('of $id begin with its headlines', (pairing) => {
    for (const list of [sectionsOf(REAL, pairing).funding, sectionsOf(REAL, pairing).projects.figures]) {
      const headlines = list.map(({ headline }) => headline);
      expect(headlines).toEqual([...headlines].sort((a, b) => Number(b) - Number(a)));
    }
  });
});

test('a world leaves its dataset as it is', () => {
  const before = JSON.stringify(DATASET);
  new World(DATASET).children('donghai-xishan');
  expect(JSON.stringify(DATASET)).toBe(before);
});
