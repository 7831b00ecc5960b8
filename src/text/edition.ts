/** Date of the data as they are now: that of the newest of `changes.ts`, whose words only the page about the data needs. */
export const EDITION = '2026-11-28';
