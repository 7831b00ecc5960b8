import type { Theme } from '../look/themes.ts';
import type { Size } from '../scene/frame.ts';
import type { Scene } from '../scene/marks.ts';
import type { Pick } from '../scene/pick.ts';
import type { Renderer } from '../scene/renderer.ts';
import type { Room } from '../scene/room.ts';
import type { Files, Missing } from '../state/files.ts';
import type { Filtered } from '../state/filter.ts';
import type { Opened } from '../state/opened.ts';
import type { View } from '../state/view.svelte.ts';
import type { World } from '../state/world.ts';

/** What the page gives all that stands beside and over its stage. */
export interface Given {
  world: World;
  view: View;
  files: Files;
  theme: Theme;
  filtered: Filtered;
  opened: Opened;
  hovered: Pick | null;
  /** What stands beside or over the map; set here. */
  panels: { shown: boolean; stop: number; drawnTo: number | null; time: boolean; table: number; notes: number; sharing: boolean };
  room: Room;
  /** The stage's control. */
  stage: {
    readonly renderer: Renderer;
    readonly drawn: Scene;
    readonly live: boolean;
    readonly settled: boolean;
    readonly reducedMotion: boolean;
    readonly failure: 'failed' | 'lost' | null;
    readonly missing: readonly Missing[];
    restart: () => Promise<void>;
  };
  /** Size of the window in CSS px. */
  size: Size;
  /** Absolute address of a view, given its query string. */
  addressOf: (query: string) => string;
  onopen: (id: string, opener: HTMLElement) => void;
  onlight: (place: string | null) => void;
}
