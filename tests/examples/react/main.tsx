import { useState } from 'react';
import { createRoot } from 'react-dom/client';
// With the built files at hand: `./shanhai-map.d.ts`.
import type { ShanhaiAttributes, ShanhaiEvents, ShanhaiMapElement } from '../../../src/element/public.ts';

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- this is how React's own types are added to
  namespace JSX {
    interface IntrinsicElements {
      'shanhai-map': DetailedHTMLProps<HTMLAttributes<ShanhaiMapElement>, ShanhaiMapElement> & Partial<ShanhaiAttributes>;
    }
  }
}

function App() {
  const [pairing, open] = useState<string | null>('zhejiang-haixi');
  const listen = (map: ShanhaiMapElement | null) => {
    const hear = ({ detail }: ShanhaiEvents['shanhai:select']) => open(detail.pairing);
    map?.addEventListener('shanhai:select', hear);
    return () => map?.removeEventListener('shanhai:select', hear);
  };
  return (
    <>
      <button onClick={() => open('nanjing-xining')}>Nanjing → Xining</button>
      <shanhai-map lang="en" pairing={pairing} programme={['qinghai', 'east-west']} ref={listen} />
      <output>{pairing}</output>
    </>
  );
}

createRoot(document.getElementById('app')!).render(<App />);
