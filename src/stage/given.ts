import type { Theme } from '../look/themes.ts';
import type { Pick } from '../scene/pick.ts';
import type { Room } from '../scene/room.ts';
import type { Files } from '../state/files.ts';
import type { Filtered } from '../state/filter.ts';
import type { View } from '../state/view.svelte.ts';
import type { World } from '../state/world.ts';
import type { Control } from './control.svelte.ts';

/** What a stage is given by whatever holds it: a page, a slide, an embed. */
export interface StageProps {
  world: World;
  view: View;
  files: Files;
  theme: Theme;
  room: Room;
  /** Ground and inset that stand in the page already; without them they are fetched. */
  painted?: { ground: Element; inset: Element } | null;
  /** The pairings that the view lets through, where the page has asked already. */
  filtered?: Filtered | null;
  /** Whether the live map starts by itself; else `wake()` starts it. */
  awake?: boolean;
  /** What the map is called, from the data; without it as in the atlas, where a list stands beside it. */
  name?: string | undefined;
  /** Whether the arcs' pulses run. */
  motion?: boolean;
  /** Id of a place that is marked on the map. */
  lit?: string | null;
  /** What moves the map and tells how it is: given to whoever binds it, from the time the stage stands. */
  control?: Control | undefined;
  /** What the pointer is on. */
  hovered?: Pick | null;
  /** What the focus goes back to when all is closed; null: the map. */
  opener?: HTMLElement | null;
  onsay?: (sentence: string) => void;
  /** Hears what was clicked, null beside everything, where the host itself says what is known of it: the stage then opens nothing. */
  onpick?: (pick: Pick | null) => void;
  /** Whether it stands on a slide, without popups and drawn larger: then names and targets have all the room, however few px that is. */
  projected?: boolean;
}
