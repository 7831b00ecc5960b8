import type { Words } from '../../data/schema.ts';

/** What changed in the data, newest first, for readers: an entry each time that numbers or pairings were added, corrected or withdrawn. */
export const CHANGES: readonly { on: string; what: Words }[] = [
  {
    on: '2026-11-28',
    what: {
      zh: '数字未变。名称与备注统一用语，推断之处一律注明“推断”；藏、疆等地可按旧译名检索。',
      en: 'No figure has changed. Names and notes use one term for one thing, and what is inferred always says so; places can be found by their older English names.',
    },
  },
  {
    on: '2026-11-25',
    what: {
      zh: '逐条核对口径：浙江援疆的数字注明与阿拉尔合计，和田、阜康、喀什、哈密的合计数亦然；64项、273亿元协议等全青海的数字不再算作海西的；湟中、湟源园区的1540万元归入援助资金；杭州至阿克苏（阿拉尔）直飞记为一条航线；原文写明年数的，按其年数计算年均；八组关系注明为本站推断；备注中的派出人数、项目数等约六十项改列为数字；玉树含灾后重建的59亿元不再算作援助资金；截至刊发之日的数字，时期止于当月；新疆地名英文统一用官方转写。',
      en: 'The scope of every figure was checked. Zhejiang’s figures in Xinjiang now say that they include Alar, as do the joint figures of Hotan, Fukang, Kashgar and Kumul; agreements that cover all of Qinghai, such as the 64 worth CNY 27.3 billion, no longer count as Haixi’s; the CNY 15.4 million for farming parks in Huangzhong and Huangyuan is now aid; direct flights from Hangzhou to Aksu (Alar) are one route; annual rates use the number of years the source prints; eight ties are marked as our inference; some sixty counts of staff, projects and the like are moved from notes to figures of their own; the CNY 5.9 billion for Yushu, which seems to include rebuilding after the earthquake, is no longer aid; figures counted up to the date of their source end with its month; places in Xinjiang have their official romanised names.',
    },
  },
  {
    on: '2026-11-22',
    what: {
      zh: '补入五篇报道中先前略去的具名活动、工程与协议；协作类型的总体数字各有卡片。结对网络逐条复核：天津援黄南的起始年份改引黄南报，两个作为下限的数字标明“超”；180列班列不再列在别迭里线路下，亚洲硅业与红狮集团合为一条，海西六个五年数字注明时期为推断。',
      en: 'Named events, schemes and agreements left out of the five reports are added, and figures for whole programmes have cards. The network was checked again: the first year of Tianjin–Huangnan now cites the Huangnan paper, and two lower bounds read “over”. The 180 trains are no longer listed under the Bedel route, Asia Silicon and the Hongshi Group are one entry, and the period of six five-year figures for Haixi is marked as inferred.',
    },
  },
  {
    on: '2026-11-22',
    what: {
      zh: '首次发布：五篇报道的数字与具名事实，十一份档案，以及一百余对结对的网络。',
      en: 'First edition: the figures and named facts of five newspaper reports, eleven dossiers and a network of more than a hundred pairings.',
    },
  },
];
