/** What a page learns of what is kept. */
export interface Kept {
  /** The atlas and its briefs are on this device: they stand without a network. */
  onkept: () => void;
  /** A newer build is on the device, and shown when this is called. */
  onupdate: (show: () => void) => void;
}

/** How long a first visit has the network to itself, in ms. */
const WAIT_MS = 4000;

/** A reader who saves data asks for nothing that they may never need. */
const saves = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/**
 * Keeps the atlas on the device, where that can be done and is wanted: in a window of its own, over https, and not where the reader
 * saves data. What fails is told on the console alone, since nothing is lost.
 */
export async function keep({ onkept, onupdate }: Kept): Promise<void> {
  const isAlone = window.top === window.self && isSecureContext && location.protocol !== 'file:';
  // A page of one file has all that it needs in itself.
  const isWhole = document.querySelector('script[data-file]') !== null;
  if (!('serviceWorker' in navigator) || !isAlone || isWhole || saves()) return;
  const workers = navigator.serviceWorker;
  // A first visit has its own files to fetch before those of the next.
  if (!workers.controller) await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  try {
    // Nothing comes of it where somebody keeps workers out without saying so.
    const registration = (await workers.register(new URL('sw.js', document.baseURI))) as ServiceWorkerRegistration | undefined;
    if (!registration) return;
    const offer = (): void => {
      const { waiting } = registration;
      if (!waiting || !workers.controller) return;
      onupdate(() => {
        workers.addEventListener('controllerchange', () => location.reload(), { once: true });
        waiting.postMessage('update');
      });
    };
    offer();
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
    await workers.ready;
    // A first visit is taken over where it is of the build that is kept: then what it has not fetched yet is there too.
    if (!workers.controller && (await caches.match(import.meta.url))) {
      const taken = new Promise((resolve) => workers.addEventListener('controllerchange', resolve, { once: true }));
      registration.active?.postMessage('claim');
      await taken;
    }
    if (workers.controller) onkept();
  } catch (error) {
    console.warn(error);
  }
}
