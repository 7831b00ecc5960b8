import type { Words } from '../../data/schema.ts';

/** What changed in the data, newest first, for readers: an entry each time that numbers or pairings were added, corrected or withdrawn. */
export const CHANGES: readonly { on: string; what: Words }[] = [
  {
    on: '2026-11-25',
    what: {
      zh: '逐条核对口径：浙江援疆的数字注明与阿拉尔合计，和田、阜康、喀什、哈密的合计数亦然；64项、273亿元协议等计全青海的数字不再算作海西；湟中、湟源园区的1540万元归入援助资金；杭州至阿克苏（阿拉尔）直飞记为一条航线；原文印有年数的按其年数平均；八组关系注明为本站推断；各条备注中的派出人数、项目数等六十项另立为数字；玉树含灾后重建的59亿元不再算作援助资金；截至报道之日的数字，时段止于当月；新疆地名英文统一用官方转写。',
      en: 'Scopes were gone through one by one: the figures of Zhejiang’s aid in Xinjiang say that they count Alar too, and so do the joint ones of Hotan, Fukang, Kashgar and Kumul; agreements that count all Qinghai, 64 for 27.3 billion yuan among them, are no longer Haixi’s; the 15.4 million yuan for parks in Huangzhong and Huangyuan is aid; the direct flights from Hangzhou to Aksu (Alar) are one route; rates go by the count of years that a text prints; eight ties are marked as inferred by us; some sixty counts of staff sent, projects and the like that had stood in notes are figures; the 5.9 billion yuan of Yushu, which seem to include rebuilding after the earthquake, are no longer aid; periods that count up to a text end with its month; places of Xinjiang have their official romanised names.',
    },
  },
  {
    on: '2026-11-22',
    what: {
      zh: '补入五篇报道中先前略去的具名活动、工程与协议；整类协作的数字各有卡片。网络逐条复核：天津援黄南的起始年份改引黄南报，两个作为下限的数字标明“超”；180列班列不再记在别迭里线路下，亚洲硅业与红狮集团合为一条，海西六个五年数字注明时段为推定。',
      en: 'Named events, schemes and agreements of the five texts that had been left out are entered, and figures of whole programmes have cards. The network was read a second time: the first year of Tianjin–Huangnan cites the Huangnan paper, and two lower bounds read as over. The 180 trains no longer stand under the Bedel route, Asia Silicon and the Hongshi Group are one entry, and the period of six five-year figures of Haixi is marked as inferred.',
    },
  },
  {
    on: '2026-11-22',
    what: {
      zh: '首次发布：五篇报道的数字与具名事实，十一份档案，以及一百余对结对的网络。',
      en: 'First edition: the figures and named facts of five newspaper texts, eleven dossiers, and a network of more than a hundred pairings.',
    },
  },
];
