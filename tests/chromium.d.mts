export function findChromium(): string | null;
export function ensureChromium(): string;
export const FLAGS: string[];
export const FLAGS_WITHOUT_GL: string[];
