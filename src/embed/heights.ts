/** What an embed's frame is called by those around it. */
export interface Frame {
  /** Its address exactly as the host has it: some hosts look for a frame of just this `src`. */
  src: string;
  /** A part of that address that no five characters of Datawrapper's can be taken for. */
  key: string;
  /** Given by pym.js in the address; null elsewhere. */
  childId: string | null;
  /** Given by WordPress in the fragment; null elsewhere. */
  secret: string | null;
}

/** AMP shows no frame lower than this, in px. */
const AMP_LEAST = 100;

/** Reads from an address what hosts have put there. `from` in the fragment: the address before the reader was sent on from `embed.html`. */
export function frameOf(href: string, id: string): Frame {
  const url = new URL(href);
  const hash = new URLSearchParams(url.hash.replace(/^#\??/, ''));
  const src = hash.get('from') ?? href;
  const secret = hash.get('secret');
  return {
    src,
    key: keyOf(src, id),
    childId: new URL(src, href).searchParams.get('childId'),
    secret: secret && /^[A-Za-z0-9]{4,20}$/.test(secret) ? secret : null,
  };
}

/** The id, or where the address has it in other words or it has five characters, the longest word of the address that has not. */
function keyOf(src: string, id: string): string {
  const fits = (word: string) => src.includes(word) && !/^[A-Za-z0-9]{5}$/.test(word);
  if (fits(id)) return id;
  // Of five characters all but the last are as good.
  if (src.includes(id)) return id.slice(0, -1);
  const words = src.match(/[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? [];
  return words.filter(fits).sort((a, b) => b.length - a.length)[0] ?? 'embed.html';
}

/**
 * What is said to the host when the height is `height` px, in the tongues that hosts understand, in order: Datawrapper, AMP
 * (which sidechain and frames take too), the generic `iframe.resize`, pym.js, the Guardian's, WordPress's, iframe-resizer's.
 * pym, WordPress and iframe-resizer are spoken where they are called for. `greeting`: what iframe-resizer calls the frame.
 */
export function announcements(height: number, width: number, { src, key, childId, secret }: Frame, greeting: string | null): unknown[] {
  return [
    { 'datawrapper-height': { [key]: height } },
    { sentinel: 'amp', type: 'embed-size', height: Math.max(AMP_LEAST, height) },
    JSON.stringify({ src, context: 'iframe.resize', height }),
    ...(childId ? [`pymxPYMx${childId}xPYMxheightxPYMx${height}`] : []),
    JSON.stringify({ type: 'set-height', value: height, id: `shanhai:${key}` }),
    ...(secret ? [{ message: 'height', value: height, secret }] : []),
    ...(greeting === null ? [] : [`[iFrameSizer]${greeting}:${height}:${width}:size`]),
  ];
}

/** What iframe-resizer calls this frame, in its greeting; null for every other message. */
export function greetingOf(message: unknown): string | null {
  if (typeof message !== 'string' || !message.startsWith('[iFrameSizer]')) return null;
  return message.slice('[iFrameSizer]'.length).split(':')[0] || null;
}

/** How many px a height must differ to be announced again. */
const STEP_PX = 2;
/** A host that has not taken the height is told again after so long, so many times. */
const AGAIN = { ms: 1000, times: 10 };

/** Tells the host how high `content` is, at once and whenever that changes. Gives what ends it. */
export function announce(content: HTMLElement, frame: Frame, host: Window = parent): () => void {
  if (host === window) return () => {};
  let said = 0;
  let greeting: string | null = null;
  let left = AGAIN.times;
  const say = (message: unknown) => host.postMessage(message, '*');
  const high = () => Math.ceil(content.getBoundingClientRect().height);
  const tell = (always = false) => {
    const height = high();
    if (height < 1 || (!always && Math.abs(height - said) < STEP_PX)) return;
    said = height;
    announcements(height, Math.round(innerWidth), frame, greeting).forEach(say);
  };
  const hear = ({ source, data }: MessageEvent) => {
    if (source !== host) return;
    const called = greetingOf(data);
    if (called !== null) {
      if (greeting === null) say(`[iFrameSizer]${called}:${high()}:${Math.round(innerWidth)}:init`);
      greeting = called;
      tell(true);
    } else if ((data as { type?: unknown } | null)?.type === 'frames-init') tell(true);
    else if (frame.childId && typeof data === 'string' && data.startsWith(`pymxPYMx${frame.childId}xPYMxwidth`)) tell(true);
  };
  addEventListener('message', hear);
  const observer = new ResizeObserver(() => tell());
  observer.observe(content);
  tell();
  say({ sentinel: 'amp', type: 'embed-ready' });
  const again = setInterval(() => {
    if (!left-- || Math.round(innerHeight) === said) clearInterval(again);
    else tell(true);
  }, AGAIN.ms);
  return () => {
    clearInterval(again);
    observer.disconnect();
    removeEventListener('message', hear);
  };
}
