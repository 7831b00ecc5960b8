/** One view of the atlas by its query string: an example, a smoke test and a picture. */
export interface NamedView {
  name: string;
  query: string;
  /** What it shows that the others do not. */
  shows: string;
}

/** Every named view. Each is opened in a real browser, drawn as a still and compared, and can be photographed with `npm run pictures`. */
export const VIEWS: readonly NamedView[] = [
  { name: 'first', query: '', shows: 'all of China, every pairing, arcs as wide as the aid a year that is reported' },
  { name: 'haixi', query: 'pairing=zhejiang-haixi', shows: 'a pairing with a reported total, flights and many projects' },
  {
    name: 'aksu',
    query: 'pairing=zhejiang-aksu',
    shows: 'a pairing whose aid is reported jointly with another: a pale band, a corridor that ends by road',
  },
  { name: 'huangnan', query: 'pairing=tianjin-huangnan', shows: 'three empty sections' },
  { name: 'xining', query: 'pairing=nanjing-xining', shows: 'a city pairing with its district pairs' },
  { name: 'tianjun', query: 'pairing=xiangshan-tianjun', shows: 'a county pair inside a province pairing' },
  { name: 'freight', query: 'pairing=zhejiang-aksu&record=zhejiang-aksu-freight-bedel', shows: 'the card of a train corridor' },
  { name: 'golmud', query: 'record=golmud&at=95,36.6,6', shows: 'the card of a place, near enough for counties' },
  { name: 'aksu-near', query: 'pairing=zhejiang-aksu&at=80.5,41,6.2', shows: 'counties, project places and their names' },
  { name: 'globe', query: 'projection=globe', shows: 'the globe' },
  { name: 'table', query: 'tab=table&has=projects', shows: 'the table below the map, filtered' },
  { name: 'compare', query: 'pairing=zhejiang-haixi&compare=nanjing-xining&tab=compare', shows: 'two pairings side by side' },
  { name: 'plain', query: 'ground=plain', shows: 'no boundary of any kind' },
  { name: 'aksu-helpers', query: 'recipient=aksu', shows: 'a filter: who helps Aksu and its counties' },
  { name: 'trains', query: 'has=freight', shows: 'pairings with freight trains' },
  { name: 'year', query: 'donor=tianjin&from=2024&to=2024', shows: 'a donor in one year' },
  {
    name: 'year-dossier',
    query: 'pairing=tianjin-huangnan&tab=dossier&from=2024&to=2024',
    shows: 'what a pairing did in one year, what spans it and what is undated, apart',
  },
  {
    name: 'year-card',
    query: 'pairing=zhejiang-haixi&from=2023&to=2023',
    shows: 'a pairing in one year: what falls in it, what spans it, what has no date',
  },
  { name: 'joint', query: 'pairing=zhejiang-alar', shows: 'a pairing all of whose figures are joint, and stand under another' },
  { name: 'plans', query: 'from=2028&to=2028', shows: 'a year to come: plans, dotted' },
  { name: 'totals', query: 'measure=aid', shows: 'arcs by the amount reported, whatever its period' },
  { name: 'shaded', query: 'shade=on', shows: 'recipients shaded by aid a year' },
  { name: 'channels', query: 'pairing=zhejiang-aksu&unfold=channels', shows: 'an arc unfolded into its channels' },
  { name: 'records', query: 'pairing=zhejiang-haixi&unfold=projects', shows: 'a channel unfolded into its records' },
  { name: 'all', query: 'unfold=all', shows: 'every city and county pair' },
  { name: 'nobody', query: 'donor=tianjin&programme=qinghai&has=freight', shows: 'an empty map that says why' },
];
