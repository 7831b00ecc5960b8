import { define } from './element/shanhai-map.ts';

// The atlas's files lie beside this one.
define(new URL(/* @vite-ignore */ '.', import.meta.url).href);
