// Speaks to the device bridge on this computer, where there is one (docs/devices.md). Without it everything on the page is done by hand.
const waiting = new Map();
let socket = null;
let number = 0;
let mark = null;

function say(text) {
  if (!mark) return;
  let words = mark.querySelector('.hint');
  if (!words) {
    words = document.createElement('p');
    words.className = 'hint';
    words.setAttribute('role', 'status');
    mark.append(words);
  }
  words.textContent = text;
}

function ask(message) {
  return new Promise((done, failed) => {
    if (!socket || socket.readyState !== WebSocket.OPEN) {
      failed(new Error('设备桥没有连接，请改用手工办理。'));
      return;
    }
    number += 1;
    waiting.set(number, { done, failed });
    socket.send(JSON.stringify({ id: number, ...message }));
  });
}

function heard(told) {
  if (told.event === 'card') card(told.card);
  else if (told.event === 'code') code(told.code);
  const asked = waiting.get(told.id);
  if (!asked) return;
  waiting.delete(told.id);
  if (told.ok) asked.done(told);
  else asked.failed(new Error(told.message || '设备没有回应，请改用手工办理。'));
}

// A card on the reader: on the reception's first page it says who is in front, where a result is handed out who takes it.
function card(read) {
  const taking = document.querySelector('form[action$="/pickup"]');
  if (taking) {
    taking.elements.takerNumber.value = read.number;
    taking.elements.takerName.value = read.name;
    const byCard = taking.querySelector('input[type="checkbox"][name="cardRead"]');
    byCard.checked = true;
    taking.elements.takerNumber.addEventListener('input', () => { byCard.checked = false; }, { once: true }); // what is typed over is not what was read
    say(`已读卡：${read.name}。`);
    return;
  }
  const form = document.getElementById('front-form');
  if (!form) {
    say('读到一张身份证；请先“换下一位”。');
    return;
  }
  form.elements.id.value = read.number;
  form.elements.cardName.value = read.name;
  form.elements.cardAddress.value = read.address || '';
  form.elements.cardRead.value = 'true';
  form.requestSubmit();
}

// A scanned code goes into the batch of paper that lies open, or where the item is looked for; Enter is pressed for it.
function code(text) {
  const field = document.querySelector(':is(form[action$="/scans"], form[action$="/counting"]) input[name="number"]') || document.querySelector('.filters input[name="q"]');
  if (field) field.value = text;
  field?.form.requestSubmit();
}

function fileOf(picture) {
  const bytes = Uint8Array.from(atob(picture.base64), (letter) => letter.charCodeAt(0));
  return new File([bytes], picture.name, { type: picture.type });
}

async function capture(input, message) {
  say('正在取图…');
  try {
    const told = await ask(message);
    const files = new DataTransfer();
    files.items.add(fileOf(told.file));
    input.files = files.files;
    say('已取图，正在存入…');
    input.form.requestSubmit();
  } catch (error) {
    say(error.message);
  }
}

const asks = {
  camera: ['高拍仪拍照', { do: 'capture', device: 'camera' }],
  scanner: ['扫描', { do: 'capture', device: 'scanner' }],
  'signature-pad': ['请申请人签名', { do: 'sign', text: '请在此签名' }],
};

function button(text, pressed) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'button button-quiet no-print';
  element.dataset.device = '';
  element.textContent = text;
  element.addEventListener('click', pressed);
  return element;
}

function offer(devices) {
  const ready = new Set(devices.filter((d) => d.ready).map((d) => d.kind));
  for (const place of document.querySelectorAll('[data-capture]')) {
    const input = place.querySelector('input[type="file"]');
    for (const kind of place.dataset.capture.split(' ').filter((k) => ready.has(k))) {
      place.append(button(asks[kind][0], () => capture(input, asks[kind][1])));
    }
  }
  const receipt = document.querySelector('article.receipt');
  if (receipt && ready.has('printer')) {
    const lines = receipt.innerText.split('\n').map((l) => l.trim()).filter((l) => l);
    mark.append(button('小票打印机打印', () => ask({ do: 'print', lines }).then(() => say('已打印。'), (error) => say(error.message))));
  }
  const away = devices.filter((d) => !d.ready).map((d) => d.name);
  say(away.length > 0 ? `设备桥已连接；${away.join('、')}没有连接。` : '设备桥已连接。');
}

function gone() {
  for (const asked of waiting.values()) asked.failed(new Error('设备桥断开了，请改用手工办理。'));
  waiting.clear();
  document.querySelectorAll('[data-device]').forEach((b) => b.remove());
  if (socket && socket.greeted) say('设备桥断开了，请改用手工办理。');
  socket = null;
}

function connect(port) {
  socket = new WebSocket(`ws://127.0.0.1:${port}/`);
  socket.addEventListener('message', (event) => heard(JSON.parse(event.data)));
  socket.addEventListener('close', gone);
  socket.addEventListener('open', () => {
    socket.greeted = true;
    ask({ do: 'hello' }).then((told) => offer(told.devices), () => {});
  });
}

export function begin() {
  mark = document.querySelector('[data-bridge]');
  if (!mark) return;
  const target = mark.dataset.focus && !document.querySelector('[data-autofocus]') && document.querySelector(mark.dataset.focus);
  if (target) target.focus();
  if (socket) socket.close();
  if (Number(mark.dataset.bridge) > 0) connect(mark.dataset.bridge);
}
