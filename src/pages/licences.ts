// Writes what the site is made of: `licences/index.html`, the licences of every library it ships, those within MapLibre too, and
// `sbom.json`, the same list in CycloneDX's form. The same packages give the same bytes.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { escaped, textPage } from './text.ts';

/** A library as it is installed. */
export interface Library {
  name: string;
  version: string;
  /** The licence that it names, as SPDX has it; null where it names none. */
  licence: string | null;
  /** Texts of its licence and of its notices; empty where it comes without. */
  text: string;
  home: string | null;
}

interface Locked {
  version: string;
  dev?: boolean;
  devOptional?: boolean;
}

/** A home page as its package writes it: an address, a repository, or nothing. */
type Home = string | { url?: string } | undefined;

const TEXTS = /^(licen[cs]e|copying|notice)/i;

/**
 * Every library that the site may ship: all that `dependencies` bring, by name, those that MapLibre has within its own file among
 * them. `root`: folder of the project, with what is installed. Throws where a library of the lock file is not there.
 */
export function libraries(root: string): Library[] {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
  const shipped = Object.entries(packages).filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional);
  const all = shipped
    .map(([folder, { version }]): Library => {
      const at = path.join(root, folder);
      const { license, homepage, repository } = JSON.parse(readFileSync(path.join(at, 'package.json'), 'utf8')) as {
        license?: string;
        homepage?: Home;
        repository?: Home;
      };
      const home = [homepage, repository].map((one) => (typeof one === 'string' ? one : one?.url)).find((one) => one?.includes('//'));
      const texts = readdirSync(at).filter((file) => TEXTS.test(file));
      return {
        name: folder.split('node_modules/').at(-1)!,
        version,
        licence: license ?? null,
        text: texts.map((file) => readFileSync(path.join(at, file), 'utf8').trim()).join('\n\n'),
        home: home?.replace(/^git\+|\.git$/g, '').replace(/^(git|ssh):\/\/(git@)?/, 'https://') ?? null,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  // One that lies in several folders is one.
  const is = ({ name, version }: Library) => `${name}@${version}`;
  return all.filter((library, i) => all.findIndex((other) => is(other) === is(library)) === i);
}

/** Texts that differ in nothing but their breaks and spaces are one. */
const sameText = (text: string): string => text.replace(/\s+/g, ' ');

/** The page, given whose geography it is drawn on, and `css`, the name of the sheet that pages share. */
export function licencesPage(all: readonly Library[], attribution: Record<'zh' | 'en', string>, css: string): string {
  const groups = new Map<string, Library[]>();
  for (const library of all) {
    const key = library.text ? sameText(library.text) : library.name;
    groups.set(key, [...(groups.get(key) ?? []), library]);
  }
  const named = ({ name, version, home }: Library) => {
    const whole = `${escaped(name)} ${escaped(version)}`;
    return home && /^https?:/.test(home) ? `<a href="${escaped(home)}">${whole}</a>` : `<span>${whole}</span>`;
  };
  const sections = [...groups.values()].map((group) => {
    const { licence, text } = group[0]!;
    const told = licence ? escaped(licence) : '<span lang="zh-CN">未注明</span> · <span lang="en">none named</span>';
    const bare = '<p><span lang="zh-CN">安装包内没有许可全文。</span> <span lang="en">Its package holds no text of the licence.</span></p>';
    return `<section>
<h2>${told}</h2>
<p>${group.map(named).join(' · ')}</p>
${text ? `<pre tabindex="0">${escaped(text)}</pre>` : bare}
</section>`;
  });
  const body = `<h1>许可 · <span lang="en">Licences</span></h1>
<p>本站程序以 MIT 许可发布，数据以 CC BY 4.0 许可发布。底图：${escaped(attribution.zh)}。</p>
<p lang="en">The atlas’s code is under the MIT licence, its data under CC BY 4.0. Geography: ${escaped(attribution.en)}.</p>
<p>本站用到下列 ${all.length} 个程序库，包括 MapLibre 自带的；许可全文相同的列在一起。<a href="../sbom.json">sbom.json</a> 是同一份清单，供机器读取（CycloneDX）。</p>
<p lang="en">The site is made with the ${all.length} libraries below, those within MapLibre among them; libraries whose licences have the same text stand together. <a href="../sbom.json">sbom.json</a> is the same list for machines (CycloneDX).</p>
${sections.join('\n')}
`;
  return textPage({ lang: 'zh', title: '许可 Licences', home: '../', css, body });
}

/** The installed libraries in CycloneDX's form, told by its own tool: npm's leaves out some that others need too, such as Svelte. */
export function billOfMaterials(root: string): string {
  const tool = path.join(root, 'node_modules/.bin/cyclonedx-npm');
  const asked = ['--omit=dev', '--mc-type=application', '--output-reproducible', '--output-format=JSON'];
  return execFileSync(process.execPath, [tool, ...asked], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const dist = path.join(root, 'dist');
  const css = readdirSync(path.join(dist, 'assets')).find((file) => /^page-.*\.css$/.test(file));
  if (!css) throw new Error('dist/assets holds no sheet for pages: run npm run build');
  const all = libraries(root);
  const { attribution } = JSON.parse(readFileSync(path.join(root, 'public/geo/ground.json'), 'utf8')) as {
    attribution: Record<'zh' | 'en', string>;
  };
  mkdirSync(path.join(dist, 'licences'), { recursive: true });
  writeFileSync(path.join(dist, 'licences/index.html'), licencesPage(all, attribution, `assets/${css}`));
  writeFileSync(path.join(dist, 'sbom.json'), billOfMaterials(root));
  console.log(`licences: ${all.length} libraries`);
}
