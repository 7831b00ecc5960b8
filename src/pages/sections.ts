import type { Channel, Pairing } from '../../data/schema.ts';
import { tabsOf, type Tab } from '../state/dossier.ts';
import type { Lang } from '../state/lang.ts';
import { SECTION_CHANNELS, SECTIONS, trainsOf } from '../state/sections.ts';
import type { World } from '../state/world.ts';
import { messages } from '../text/messages.ts';
import { rowsOf, type Row } from './rows.ts';

/** A table of a pairing's page. */
export interface PageTable {
  channel: Channel;
  title: string;
  count: number;
  rows: Row[];
  /** Ids of its figures that stand in no table before it. */
  first: ReadonlySet<string>;
}

/** What stands under one heading of a pairing's page: mostly one table, under the last a table for each channel. */
export interface PageSection {
  name: string;
  title: string;
  count: number;
  tables: PageTable[];
}

/** All that is known of a pairing, under the four headings of its popup and one for the rest, by the tabs of its dossier. */
export function pageSections(world: World, pairing: Pairing, lang: Lang): PageSection[] {
  const m = messages(lang);
  const seen = new Set<string>();
  const tableOf = (tab: Tab): PageTable => {
    const rows = rowsOf(world, tab, lang);
    const ids = rows.flatMap(({ figure }) => figure?.id ?? []).filter((id) => !seen.has(id));
    ids.forEach((id) => seen.add(id));
    return { channel: tab.channel, title: m.channel[tab.channel], count: tab.count, rows, first: new Set(ids) };
  };
  const tabs = tabsOf(world, pairing);
  const section = (name: string, title: string, of: readonly Tab[]): PageSection => ({
    ...{ name, title, tables: of.map(tableOf) },
    count: of.reduce((sum, { count }) => sum + count, 0),
  });
  const inFour = new Set<string>(Object.values(SECTION_CHANNELS).flat());
  const four = SECTIONS.map((name) => {
    const channels: readonly string[] = SECTION_CHANNELS[name];
    const of = tabs.filter(({ channel }) => channels.includes(channel));
    return section(name, name === 'freight' ? m.trains[trainsOf(of.map(({ channel }) => channel))] : m.sections[name], of);
  });
  const rest = tabs.filter(({ channel }) => !inFour.has(channel));
  const count = rest.reduce((sum, tab) => sum + tab.count, 0);
  return [...four, ...(rest.length ? [section('others', m.others(count), rest)] : [])];
}
