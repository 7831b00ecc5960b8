/** The words a map drawn on this ground must carry. */

/** Whom to thank, in one line of small print. Names and licences in full: README. */
export const ATTRIBUTION = {
  zh: '© Apache ECharts 地图数据（Apache-2.0）· Natural Earth · 地形：NASA（经 three-globe）',
  en: '© Apache ECharts map data (Apache-2.0) · Natural Earth · relief: NASA via three-globe',
};

/** What the map is not, for as long as no map approval number (审图号) is set. */
export const NOTICE = {
  zh: '示意图：底图由公开数据简化绘制，界线不作为划界依据，未取得审图号。',
  en: 'Schematic map simplified from open data; lines are not authoritative and imply no position on any boundary.',
};
