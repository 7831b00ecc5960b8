/** Heap by which ours may grow does not count the records themselves, as `scene/records.ts` packs them. */
const RECORD_BYTES = 32;
/** What the prototype's graphics process took while idle with moving arcs, ms per second, on the machine the targets were set on. */
const PROTOTYPE_GPU = 1833;

const median = (list) => {
  const sorted = list.filter((x) => typeof x === 'number' && Number.isFinite(x)).sort((a, b) => a - b);
  return sorted.length
    ? sorted.length % 2
      ? sorted[(sorted.length - 1) / 2]
      : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2
    : null;
};

/** The median over runs of something of one engine at one number of arcs, or null. */
const reader =
  ({ engines }) =>
  (engine, n, read, strain = 'none') =>
    median(engines.filter((one) => one.engine === engine && one.n === n && one.strain === strain).map((one) => read(one) ?? NaN));

const grow = (heap, n) => (heap ? (heap.used + heap.buffers - n * RECORD_BYTES) / 1e6 : null);
const total = (heap) => (heap ? (heap.used + heap.buffers) / 1e6 : null);
const show = (x, digits = 0) =>
  x === null || x === undefined ? '—' : x.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function table(head, rows, right) {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => [...row[i]].length)));
  const line = (row) =>
    row
      .map((cell, i) => (right(i) ? ' '.repeat(widths[i] - [...cell].length) + cell : cell + ' '.repeat(widths[i] - [...cell].length)))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** Ours and the native layer side by side, by number of arcs. */
export function engineTable(results) {
  const at = reader(results);
  const counts = [...new Set(results.engines.map(({ n }) => n))].sort((a, b) => a - b);
  const gaveUp = (engine, n, strain) =>
    results.engines.some((one) => one.engine === engine && one.n === n && one.strain === strain && one.first === null);
  const line = (what, read, digits = 0, strain = 'none') => {
    const cells = counts.flatMap((n) =>
      ['arcs', 'native'].map((engine) =>
        gaveUp(engine, n, strain) && what.startsWith('first arc') ? '> 30 s' : show(at(engine, n, read, strain), digits),
      ),
    );
    return cells.every((cell) => cell === '—') ? [] : [[what, ...cells]];
  };
  const rows = [
    ...line('JS + CSS, kB gzip', (one) => one.codeBytes / 1000),
    ...line('first arc, ms', (one) => one.first),
    ...line('first arc, CPU 4×, ms', (one) => one.first, 0, 'cpu'),
    ...line('first arc, CPU 4×, slow 4G, ms', (one) => one.first, 0, 'phone'),
    ...line('main thread while loading, ms', (one) => one.cpu),
    ...line('longest task while loading, read-back included, ms', (one) =>
      one.longTasks ? Math.max(0, ...one.longTasks.map(({ ms }) => ms)) : null,
    ),
    ...line('heap, MB: objects', (one) => one.heap && one.heap.used / 1e6, 1),
    ...line('heap, MB: objects and buffers', (one) => total(one.heap), 1),
    ...line('pan, main thread per frame, ms', (one) => one.pan?.main, 2),
    ...line('pan, graphics per frame, ms', (one) => one.pan?.gpu),
    ...line('pick, median, ms', (one) => one.pick?.median, 3),
    ...line('pick, first, ms', (one) => one.pick?.first, 2),
    ...line('hide half → next frame, ms', (one) => one.change?.wall),
    ...line('hide half, main thread, ms', (one) => one.change?.main, 1),
    ...line('idle, frames in 3 s', (one) => one.idle?.frames),
    ...line('idle, main thread, ms/s', (one) => one.idle?.main, 1),
    ...line('idle, graphics, ms/s', (one) => one.idle?.gpu),
  ];
  return table(['at n arcs', ...counts.flatMap((n) => [`ours ${show(n)}`, 'native'])], rows, (i) => i > 0);
}

/** The real page: what is known of it beyond the targets. */
export function siteTable({ loads, phoneLoads, use, profile, inlineCss }) {
  const of = (list, read) => median(list.map((one) => read(one) ?? NaN));
  const both = (what, read, digits = 0) => [what, show(of(loads, read), digits), show(of(phoneLoads, read), digits)];
  const once = (what, value, digits = 0) => [what, show(value, digits), '—'];
  const over = (ms) => (load) => load.longTasks.filter((task) => task.ms > ms).length;
  const rows = [
    both('in all, kB', (load) => load.bytes.all),
    both('page:open, ms', (load) => load.marks['page:open']),
    both('first contentful paint, ms', (load) => load.paints['first-contentful-paint']),
    both('still, title and figures readable, ms', (load) => load.still),
    both('still:shown, ms', (load) => load.marks['still:shown']),
    both('largest contentful paint, ms', (load) => load.paints.largest),
    both('still:interactive, ms', (load) => load.marks['still:interactive']),
    both('an arc answers a hover, ms', (load) => load.answer),
    both('map:first-arc, ms', (load) => load.marks['map:first-arc']),
    both('map:ready, ms', (load) => load.marks['map:ready']),
    both('main thread until map:ready, ms', (load) => load.cpu),
    both('tasks over 50 ms', over(50)),
    both('tasks over 100 ms', over(100)),
    both('heap: objects, MB', (load) => load.heap && load.heap.used / 1e6, 1),
    both('heap: objects and buffers, MB', (load) => total(load.heap), 1),
    ...(loads.length ? [once('style sheets within the page, kB', inlineCss, 1)] : []),
    ...(use?.pan ? [once('pan, main thread per frame, ms', use.pan.main, 1), once('pan, graphics per frame, ms', use.pan.gpu)] : []),
    ...(use?.pick
      ? [once('pointer move, all listeners: median, ms', use.pick.median, 2), once('pointer move: first, ms', use.pick.first, 2)]
      : []),
    ...(use?.change
      ? [
          once(
            'another pairing → next frame, ms',
            of(use.change, (one) => one.next),
          ),
          once('the first pairing → next frame, ms', use.firstChange.next),
        ]
      : []),
  ].filter((row) => row.some((cell, i) => i > 0 && cell !== '—'));
  if (!rows.length) return null;
  const tasks =
    profile?.long.map(
      (task) =>
        `\ntask of ${show(task.ms)} ms at ${show(task.start)} ms: ours ${show(task.ours)}, MapLibre ${show(task.maplibre)}, browser ${show(task.browser)}`,
    ) ?? [];
  return table(['real page', 'as is', 'CPU 4×, slow 4G'], rows, (i) => i > 0) + tasks.join('');
}

/** What is timed, over all runs: the median, the least and the most. */
export function spreadTable({ engines, peers, briefings, loads, phoneLoads }) {
  const line = (what, list, read) => {
    const found = list.map(read).filter((x) => typeof x === 'number' && Number.isFinite(x));
    return found.length ? [[what, show(median(found)), show(Math.min(...found)), show(Math.max(...found)), String(found.length)]] : [];
  };
  const under = { none: '', cpu: ', CPU 4×', phone: ', CPU 4×, slow 4G' };
  const names = { embed: 'embed', element: 'element', svg: 'static SVG', echarts: 'ECharts' };
  const ofPage = (strain) => {
    const list = strain === 'none' ? loads : phoneLoads;
    const briefs = briefings.filter((one) => one.strain === strain);
    return [
      ...line(`explore: readable${under[strain]}`, list, (load) => load.still),
      ...line(`explore: first interactive arc${under[strain]}`, list, (load) => load.answer),
      ...line(`explore: first arc of the live map${under[strain]}`, list, (load) => load.marks['map:first-arc']),
      ...Object.entries(names).flatMap(([peer, name]) => {
        const of = peers.filter((one) => one.peer === peer && one.strain === strain);
        return [
          ...(peer === 'echarts' ? [] : line(`${name}: readable${under[strain]}`, of, (one) => one.readable)),
          ...line(`${name}: first ${peer === 'echarts' ? '' : 'interactive '}arc${under[strain]}`, of, (one) => one.first),
        ];
      }),
      ...line(`briefing: first slide${under[strain]}`, briefs, (one) => one.readable),
      ...line(
        `briefing: change of slide${under[strain]}`,
        briefs.flatMap(({ changes }) => changes),
        (ms) => ms,
      ),
    ];
  };
  const ofEngines = (n) =>
    ['none', 'cpu', 'phone'].flatMap((strain) =>
      ['arcs', 'native'].flatMap((engine) =>
        line(
          `${engine === 'arcs' ? 'ours' : 'native'}: first of ${show(n)} arcs${under[strain]}`,
          engines.filter((one) => one.engine === engine && one.n === n && one.strain === strain),
          (one) => one.first,
        ),
      ),
    );
  const counts = [...new Set(engines.map(({ n }) => n))].sort((a, b) => a - b);
  const rows = [...['none', 'phone'].flatMap(ofPage), ...counts.flatMap(ofEngines)];
  return rows.length ? table(['ms', 'median', 'least', 'most', 'of'], rows, (i) => i > 0) : null;
}

/** Every line of the targets: what is asked, what was measured, and whether it holds. */
export function targetTable(results) {
  const at = reader(results);
  const rows = [];
  const row = (what, target, measured, holds) =>
    rows.push({ what, target, measured, verdict: holds === null ? '—' : holds ? 'ok' : 'MISS' });
  const most = (what, limit, unit, value, digits = 0, words = '') => {
    if (value !== null && value !== undefined) row(what, `≤ ${limit} ${unit}`, `${show(value, digits)} ${unit}${words}`, value <= limit);
  };
  /** Ours as a part of the native page's. */
  const part = (what, limit, ours, native, unit = 'ms', digits = 0) => {
    if (ours !== null && native)
      row(
        what,
        `≤ ${limit}× native`,
        `${(ours / native).toFixed(2)}× (${show(ours, digits)} of ${show(native, digits)} ${unit})`,
        ours / native <= limit,
      );
  };
  const of = (list, read) => median(list.map((one) => read(one) ?? NaN));
  const { loads, phoneLoads, profile, idle, use } = results;

  if (loads.length) {
    const bytes = (read) => of(loads, (load) => read(load.bytes));
    most(
      'explore: JS + CSS',
      Math.round(results.floor + 60),
      'kB',
      bytes((b) => b.code) + results.inlineCss,
      0,
      ` (MapLibre ${show(results.floor)} + 60)`,
    );
    most(
      'explore: still, title and figures',
      90,
      'kB',
      bytes((b) => b.shown),
      0,
      `; ${show(bytes((b) => b.before))} kB with what else is asked for ahead of the map`,
    );
    most(
      'geography of the first view',
      60,
      'kB',
      bytes((b) => b.geo),
    );
    most(
      'relief picture',
      45,
      'kB',
      bytes((b) => b.relief),
    );
  }

  const first = (one) => one.first;
  part(
    'still readable',
    0.25,
    of(loads, (load) => load.still),
    at('native', 100, first),
  );
  part(
    'still readable, CPU 4×, slow 4G',
    0.2,
    of(phoneLoads, (load) => load.still),
    at('native', 100, first, 'phone'),
  );
  part(
    'first interactive arc',
    0.43,
    of(loads, (load) => load.answer),
    at('native', 100, first),
  );
  part(
    'first interactive arc, CPU 4×, slow 4G',
    0.35,
    of(phoneLoads, (load) => load.answer),
    at('native', 100, first, 'phone'),
  );
  const has = (n) => at('native', n, first) !== null;
  part('first arc, 100', 0.7, at('arcs', 100, first), at('native', 100, first));
  part('first arc, 10,000', 0.42, at('arcs', 10_000, first), at('native', 10_000, first));
  part('first arc, 10,000, CPU 4×', 0.32, at('arcs', 10_000, first, 'cpu'), at('native', 10_000, first, 'cpu'));
  const hundred = at('arcs', 100_000, first);
  if (hundred !== null)
    row(
      'first arc, 100,000',
      'appears',
      `${show(hundred)} ms (native ${has(100_000) ? `${show(at('native', 100_000, first))} ms` : '> 30 s'})`,
      true,
    );
  if (profile) {
    const cpu = (one) => one.cpu;
    part('main thread while loading, 100', 0.9, at('arcs', 100, cpu), at('native', 100, cpu));
    part('main thread while loading, 10,000', 0.15, at('arcs', 10_000, cpu), at('native', 10_000, cpu));
    const beyond = (engine) => at(engine, 10_000, cpu) - at(engine, 10, cpu);
    if (at('native', 10, cpu) !== null && at('native', 10_000, cpu) !== null)
      row(
        'of that, beyond what 10 arcs cost',
        '',
        `${(beyond('arcs') / beyond('native')).toFixed(2)}× (${show(beyond('arcs'))} of ${show(beyond('native'))} ms)`,
        null,
      );
    const ours = Math.max(0, ...profile.long.map((task) => task.ours));
    row('real page: longest part of a task that is ours', '≤ 100 ms', `${show(ours)} ms (wall clock, under the profiler)`, ours <= 100);
  }

  for (const [strain, words] of [
    ['none', ''],
    ['phone', ', CPU 4×, slow 4G'],
  ]) {
    const peer = (name, read) =>
      of(
        results.peers.filter((one) => one.peer === name && one.strain === strain),
        read,
      );
    const [readable, answer] = [peer('embed', (one) => one.readable), peer('embed', (one) => one.first)];
    if (readable === null) continue;
    const floor = peer('svg', (one) => one.readable);
    const echarts = peer('echarts', (one) => one.first);
    const against = (what, limit, of_, ours, other) =>
      row(
        `${what}${words}`,
        `≤ ${limit}× ${of_}`,
        `${(ours / other).toFixed(2)}× (${show(ours)} of ${show(other)} ms)`,
        ours / other <= limit,
      );
    against('embed: readable', 1.3, 'static SVG', readable, floor);
    against('embed: first interactive arc', 1, 'ECharts’ first arc', answer, echarts);
    for (const [what, read, other, named] of [
      ['element: readable', (one) => one.readable, floor, 'static SVG'],
      ['element: first interactive arc', (one) => one.first, echarts, 'ECharts’ first arc'],
    ]) {
      const found = peer('element', read);
      if (found !== null) row(`${what}${words}`, '', `${(found / other).toFixed(2)}× ${named} (${show(found)} of ${show(other)} ms)`, null);
    }
    if (strain !== 'none') continue;
    const kB = (name) => peer(name, (one) => one.kB);
    most('embed: in all before a tap', 45, 'kB', kB('embed'), 1, ` (static SVG ${show(kB('svg'), 1)}, ECharts ${show(kB('echarts'), 1)})`);
  }

  for (const [strain, words] of [
    ['none', ''],
    ['phone', ', CPU 4×, slow 4G'],
  ]) {
    const list = results.briefings.filter((one) => one.strain === strain);
    if (!list.length) continue;
    const changes = list.flatMap((one) => one.changes);
    const first = of(list, (one) => one.readable);
    const before = of(list, (one) => one.kB);
    row(`briefing: first slide${words}`, '', `${show(first)} ms, ${show(before)} kB until then`, null);
    row(
      `briefing: change of slide${words}`,
      '',
      `${show(median(changes))} ms to the next frame [worst ${show(Math.max(...changes))}]`,
      null,
    );
  }

  const heap = (n) => at('arcs', n, (one) => grow(one.heap, n));
  if (heap(100) !== null && heap(100_000) !== null)
    most('heap, 100 to 100,000 arcs, records excluded', 5, 'MB more', heap(100_000) - heap(100), 1);

  for (const n of [100, 1000, 10_000])
    part(
      `pan, main thread per frame, ${show(n)}`,
      1,
      at('arcs', n, (one) => one.pan?.main),
      at('native', n, (one) => one.pan?.main),
      'ms',
      2,
    );

  for (const [n, limit] of [
    [1000, 0.1],
    [10_000, 0.3],
  ]) {
    most(
      `pick, ${show(n)}`,
      limit,
      'ms',
      at('arcs', n, (one) => one.pick?.median),
      3,
      ` [first ${show(
        at('arcs', n, (one) => one.pick?.first),
        2,
      )}; native ${show(
        at('native', n, (one) => one.pick?.median),
        3,
      )} [${show(
        at('native', n, (one) => one.pick?.first),
        1,
      )}]]`,
    );
  }
  if (use?.pick) row('pick: longest slice of a grid', '≤ 16 ms', 'there is no grid to build', true);

  part(
    'hide half → next frame, 1,000',
    0.5,
    at('arcs', 1000, (one) => one.change?.wall),
    at('native', 1000, (one) => one.change?.wall),
  );
  if (use?.change) {
    most(
      'real page: another pairing, main thread',
      50,
      'ms',
      of(use.change, (one) => one.main),
      0,
      ` until it rests [first time ${show(use.firstChange.main)}]`,
    );
    for (const [what, list] of [
      ['filter', use.filter],
      ['year', use.year],
    ])
      most(`real page: change of ${what}, main thread`, 50, 'ms', median(list), 0, ` until it rests [worst ${show(Math.max(...list))}]`);
  }

  if (idle) {
    const still = ({ frames, draws, main, gpu }) =>
      `${frames} frames, ${draws} WebGL draws in 5 s; ${show(main, 1)} ms/s main thread, ${show(gpu)} ms/s graphics`;
    row('idle, motion reduced', '0 frames, 0 GPU', still(idle.reduced), idle.reduced.frames === 0 && idle.reduced.gpu < 5);
    if (idle.resting)
      row('idle, pulses resting', '0 frames, 0 GPU', still(idle.resting), idle.resting.frames === 0 && idle.resting.gpu < 5);
    most('idle, pulses: main thread', 30, 'ms/s', idle.pulses.main, 1, `, ${show(idle.pulses.frames / 5)} callbacks/s`);
    most(
      'idle, pulses: graphics',
      Math.round(PROTOTYPE_GPU / 2),
      'ms/s',
      idle.pulses.gpu,
      0,
      ' (half the prototype’s, on the machine of the targets)',
    );
  }
  return {
    rows,
    text: table(
      ['target of', '', 'wanted', 'measured'],
      rows.map(({ what, target, measured, verdict }) => [what, verdict, target, measured]),
      () => false,
    ),
  };
}
