/** Every colour of one theme. Six-digit lower-case hex; opacity is a field of its own where one is needed. */
export interface Theme {
  name: 'light' | 'dark';
  ground: {
    sea: string;
    shelf: string;
    land: string;
    veil: string;
    veilOpacity: number;
    china: string;
    coast: string;
    border: string;
    boundary: string;
    boundaryHalo: string;
    province: string;
    prefecture: string;
    lake: string;
    river: string;
    reliefOpacity: number;
  };
  recipient: { fill: string; fillOpacity: number; line: string; county: string };
  arc: { from: string; mid: string; to: string; casing: string; pulse: string };
  /** Hairlines of the network, by programme. */
  programme: Record<string, string>;
  /** The four sections of an unfolded arc: told apart by anyone's eyes (`tests/look/themes.test.ts`). */
  channel: Record<'funding' | 'projects' | 'flights' | 'freight', string>;
  /** Shades of recipients by a measure, least first. */
  shades: readonly [string, string, string, string];
  shadeOpacity: number;
  route: { flight: string; freight: string; railTour: string; casing: string };
  dot: { donor: string; recipient: string; project: string; stop: string; far: string; stroke: string };
  text: {
    donor: string;
    recipient: string;
    project: string;
    route: string;
    far: string;
    province: string;
    physical: string;
    country: string;
    sea: string;
    halo: string;
  };
  ui: {
    paper: string;
    panel: string;
    ink: string;
    soft: string;
    faint: string;
    line: string;
    accent: string;
    accentInk: string;
    focus: string;
    shade: string;
  };
  /** Opacity of arcs while another is chosen, and of those that are not. */
  faded: number;
  strong: number;
}

export const LIGHT: Theme = {
  name: 'light',
  ground: {
    sea: '#d3e3ed',
    shelf: '#bfd4e2',
    land: '#eeece6',
    veil: '#e6e5e1',
    veilOpacity: 0.66,
    china: '#f7f1e4',
    coast: '#8fabbf',
    border: '#bdb8af',
    boundary: '#7d6a63',
    boundaryHalo: '#f3e6da',
    province: '#a3968b',
    prefecture: '#d3cbc0',
    lake: '#c9dde9',
    river: '#aecbdc',
    reliefOpacity: 1,
  },
  recipient: { fill: '#e8843c', fillOpacity: 0.22, line: '#d5652a', county: '#c9824f' },
  arc: { from: '#0f6f8c', mid: '#8a5aa0', to: '#d9481f', casing: '#fcfaf5', pulse: '#ffffff' },
  programme: { xinjiang: '#9a5b3c', qinghai: '#3f7f6b', xizang: '#7d5a96', 'east-west': '#4f6f9c' },
  channel: { funding: '#8f2010', projects: '#17756b', flights: '#2f1d78', freight: '#b57a14' },
  shades: ['#fbe0c0', '#f4bd85', '#e39350', '#bd6a2b'],
  shadeOpacity: 0.7,
  route: { flight: '#6a4fa0', freight: '#5d4a1f', railTour: '#2f6b4f', casing: '#fcfaf5' },
  dot: { donor: '#0f6f8c', recipient: '#d9481f', project: '#8a5a00', stop: '#5d4a1f', far: '#766b62', stroke: '#ffffff' },
  text: {
    donor: '#0b4f66',
    recipient: '#8f2d0f',
    project: '#6b4600',
    route: '#54417f',
    far: '#5c534b',
    province: '#766b62',
    physical: '#8a7760',
    country: '#857f79',
    sea: '#5e7788',
    halo: '#fcfaf5',
  },
  ui: {
    paper: '#fbf9f4',
    panel: '#fffdf9',
    ink: '#22262b',
    soft: '#565a5f',
    faint: '#6d6a64',
    line: '#e2dbcf',
    accent: '#0f6f8c',
    accentInk: '#ffffff',
    focus: '#b23a12',
    shade: '#3c2f1e',
  },
  faded: 0.2,
  strong: 0.94,
};

export const DARK: Theme = {
  name: 'dark',
  ground: {
    sea: '#0a121d',
    shelf: '#070d16',
    land: '#141d29',
    veil: '#0f1722',
    veilOpacity: 0.58,
    china: '#1a2532',
    coast: '#2b4157',
    border: '#2a3745',
    boundary: '#6d8299',
    boundaryHalo: '#0a121d',
    province: '#3a4a5c',
    prefecture: '#2a3746',
    lake: '#0d1a28',
    river: '#22384e',
    reliefOpacity: 1,
  },
  recipient: { fill: '#ffb454', fillOpacity: 0.15, line: '#f0a54a', county: '#8a6a3e' },
  arc: { from: '#46d5ff', mid: '#c3a9f5', to: '#ffb454', casing: '#0a121d', pulse: '#ffffff' },
  programme: { xinjiang: '#d99a72', qinghai: '#76c3aa', xizang: '#b798d6', 'east-west': '#8fb0e0' },
  channel: { funding: '#e0452a', projects: '#c8f0e6', flights: '#8270d0', freight: '#f2de5f' },
  shades: ['#332d20', '#5a4522', '#866328', '#b98a35'],
  shadeOpacity: 0.75,
  route: { flight: '#c3a9ff', freight: '#d9c08a', railTour: '#7fd1a5', casing: '#0a121d' },
  dot: { donor: '#5fdcff', recipient: '#ffc061', project: '#ffe0a3', stop: '#d9c08a', far: '#8fa0b2', stroke: '#0a121d' },
  text: {
    donor: '#c4f1ff',
    recipient: '#ffdca6',
    project: '#ffe9c2',
    route: '#d9c9ff',
    far: '#a9b8c8',
    province: '#7f90a3',
    physical: '#75879a',
    country: '#5d6b7b',
    sea: '#476686',
    halo: '#0a1019',
  },
  ui: {
    paper: '#0d1622',
    panel: '#142030',
    ink: '#e8edf3',
    soft: '#aab7c5',
    faint: '#8fa0b2',
    line: '#2a3a4c',
    accent: '#5fdcff',
    accentInk: '#04222d',
    focus: '#ffc061',
    shade: '#000000',
  },
  faded: 0.22,
  strong: 0.94,
};

export const THEMES = { light: LIGHT, dark: DARK } as const;

/** Name of the custom property of a field of a theme: `ground.boundaryHalo` is `--ground-boundary-halo`. */
export const variable = (key: string): string => `--${key.replace('.', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** A theme whose colours are those of the root in which it is drawn, its own where that has none: one drawing then serves light and dark, with no script. */
export function rooted(theme: Theme): Theme {
  const colours = <T>(group: T, name: string): T =>
    Object.fromEntries(
      Object.entries(group as Record<string, unknown>).map(([key, value]) => [
        key,
        typeof value === 'string' ? `var(${variable(`${name}.${key}`)},${value})` : value,
      ]),
    ) as T;
  const { ground, recipient, arc, programme, channel, route, dot, text, ui } = theme;
  return {
    ...theme,
    ...{ ground: colours(ground, 'ground'), recipient: colours(recipient, 'recipient'), arc: colours(arc, 'arc') },
    ...{ programme: colours(programme, 'programme'), channel: colours(channel, 'channel'), route: colours(route, 'route') },
    ...{ dot: colours(dot, 'dot'), text: colours(text, 'text'), ui: colours(ui, 'ui') },
  };
}

/** CSS custom properties of a theme: `--sea`, `--arc-from`, `--ui-ink` … One palette for map, still and page. */
export function cssVariables(theme: Theme): string {
  const { ground, recipient, arc, programme, channel, shades, route, dot, text, ui } = theme;
  const groups: [string, Record<string, string | number>][] = [
    ['ground', ground],
    ['recipient', recipient],
    ['arc', arc],
    ['programme', programme],
    ['channel', channel],
    ['shade', Object.fromEntries(shades.map((colour, i) => [i, colour]))],
    ['route', route],
    ['dot', dot],
    ['text', text],
    ['ui', ui],
  ];
  const { shade } = ui;
  const shadow =
    theme.name === 'dark'
      ? '0 1px 2px rgb(0 0 0/40%),0 10px 32px rgb(0 0 0/45%)'
      : `0 1px 2px color-mix(in srgb,${shade} 12%,transparent),0 8px 28px color-mix(in srgb,${shade} 16%,transparent)`;
  const declared = groups.flatMap(([group, colours]) =>
    Object.entries(colours).map(([name, value]) => `${variable(`${group}.${name}`)}:${value}`),
  );
  return [...declared, `--shadow:${shadow}`].join(';');
}

/** Gives an element a theme's colours, for all that stands in it. By script and not in the markup: a page may refuse `style` attributes. */
export function putColours({ style }: HTMLElement, theme: Theme): void {
  for (const declaration of `${cssVariables(theme)};color-scheme:${theme.name}`.split(';')) {
    const [name, value] = declaration.split(/:(.*)/);
    style.setProperty(name!, value!);
  }
}
