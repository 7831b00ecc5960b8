/** The hand tables beside this file. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { HERE } from './packages.ts';
import type { Name } from './topo.ts';

type Names = Record<string, Name>;

export const NAMES = parse(readFileSync(`${HERE}names.yaml`, 'utf8')) as {
  provinces: Names;
  recipients: Names;
  counties: Names;
  prefectures: Names;
};
