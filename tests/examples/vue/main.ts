import { createApp, defineComponent, h, ref } from 'vue';
import type { ShanhaiEvents } from '../../../src/element/public.ts';

// In a template: <shanhai-map lang="en" :pairing="pairing" @shanhai:select="pairing = $event.detail.pairing" />,
// with `compilerOptions.isCustomElement: (tag) => tag === 'shanhai-map'` for Vue's compiler.
const App = defineComponent(() => {
  const pairing = ref<string | null>('zhejiang-haixi');
  return () => [
    h('button', { onClick: () => (pairing.value = 'nanjing-xining') }, 'Nanjing → Xining'),
    h('shanhai-map', {
      lang: 'en',
      pairing: pairing.value,
      programme: ['qinghai', 'east-west'],
      'on:shanhai:select': ({ detail }: ShanhaiEvents['shanhai:select']) => (pairing.value = detail.pairing),
    }),
    h('output', pairing.value ?? ''),
  ];
});

createApp(App).mount('#app');
