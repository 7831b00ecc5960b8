import { mount } from 'svelte';
import { DARK, LIGHT } from '../../../src/look/themes.ts';
import { FREE } from '../../../src/scene/room.ts';
import type { Control } from '../../../src/stage/control.svelte.ts';
import Stage from '../../../src/stage/Stage.svelte';
import { Files } from '../../../src/state/files.ts';
import { loadDataset } from '../../../src/state/load.ts';
import { View } from '../../../src/state/view.svelte.ts';
import { World } from '../../../src/state/world.ts';
import './page.css';

/** One of the three stages: what a test does with it. */
export interface One {
  view: View;
  control: () => Control;
  root: () => HTMLElement;
}
declare global {
  interface Window {
    stages: Promise<One[]>;
  }
}

const files = new Files({ base: document.baseURI });

function put(target: Element | ShadowRoot, query: string, theme: typeof LIGHT, world: World): One {
  const view = new View({ query, languages: ['en'], prefersDark: theme === DARK });
  let control: Control | undefined;
  mount(Stage, {
    target: target as Element,
    props: {
      ...{ world, view, files, theme, room: FREE },
      get control() {
        return control;
      },
      set control(given) {
        control = given;
      },
    },
  });
  return { view, control: () => control!, root: () => target.querySelector<HTMLElement>('.stage')! };
}

window.stages = loadDataset(files).then((dataset) => {
  const world = new World(dataset);
  const shadow = document.getElementById('third')!.attachShadow({ mode: 'open' });
  const box = document.createElement('div');
  box.style.cssText = 'position:relative;float:left;width:460px;height:420px';
  shadow.append(box);
  const third = put(box, 'lang=en&theme=light&pairing=tianjin-huangnan', LIGHT, world);
  return [
    put(document.getElementById('first')!, 'lang=zh&theme=light', LIGHT, world),
    put(document.getElementById('second')!, 'lang=en&theme=dark&pairing=nanjing-xining&unfold=channels', DARK, world),
    third,
  ];
});
