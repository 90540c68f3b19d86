// A phrase that is chosen goes into the text that it stands beside, after what is there; the text has the focus, to be changed at once.
export function listen() {
  document.addEventListener('change', (event) => {
    const box = event.target.closest('[data-phrases]');
    if (!box || !event.target.value) return;
    const text = box.closest('form').elements.namedItem(box.dataset.phrases);
    text.value = text.value ? `${text.value}\n${event.target.value}` : event.target.value;
    event.target.value = '';
    text.focus();
  });
}
