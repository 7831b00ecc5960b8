// Events of the map bubble: whatever holds it hears them.
document.querySelector('main').addEventListener('shanhai:select', ({ detail }) => {
  document.querySelector('output').textContent = detail.pairing ?? '无';
});
