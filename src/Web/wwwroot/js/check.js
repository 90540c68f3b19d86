// Tells a wrong check digit while typing; the server tells it at post always.
// GB 11643: weights modulo 11. GB/T 32100: weights 3^i modulo 31 over 31 characters.
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const creditSet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

function residentId(text) {
  if (!/^\d{17}[\dX]$/.test(text)) return '身份证号码是 17 位数字加 1 位数字或 X';
  const [y, m, d] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(Number);
  const day = new Date(Date.UTC(y, m - 1, d));
  if (y < 1850 || day.getUTCMonth() !== m - 1 || day.getUTCDate() !== d) return '第 7 至 14 位不是有效的出生日期';
  const sum = idWeights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return '10X98765432'[sum % 11] === text[17] ? null : '校验位不对，请核对最后一位';
}

function creditCode(text) {
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    const value = creditSet.indexOf(text[i]);
    if (value < 0) return `第 ${i + 1} 位“${text[i]}”不会出现在统一社会信用代码里`;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return creditSet[(31 - (sum % 31)) % 31] === text[17] ? null : '校验位不对，请核对最后一位';
}

// One field for people and organisations: a credit code shows itself by its letters or its check digit.
const either = (text) => (residentId(text) === null || creditCode(text) === null ? null : /^\d{17}[\dX]$/.test(text) ? residentId(text) : creditCode(text));

const rules = { 'resident-id': residentId, 'credit-code': creditCode, 'any-id': either };

// What is wrong with a complete number, or null. Exported for tests.
export function wrong(kind, text) {
  return rules[kind] ? rules[kind](text) : null;
}

function say(input, text, good) {
  const field = input.closest('.field');
  let words = field.querySelector('.live-check');
  if (!words) {
    words = document.createElement('p');
    words.className = 'live-check';
    words.setAttribute('role', 'status');
    field.append(words);
  }
  words.textContent = text;
  words.classList.toggle('good', good);
  const old = field.querySelector('.error');
  if (old) old.hidden = text !== '';
}

function look(input, left) {
  const text = input.value.replace(/\s/g, '').toUpperCase();
  if (text.length === 18) {
    if (text !== input.value) input.value = text;
    const problem = wrong(input.dataset.check, text);
    say(input, problem || '号码格式正确', !problem);
  } else if (text.length > 18 || (left && text.length > 0)) {
    say(input, `应为 18 位，现在是 ${text.length} 位`, false);
  } else {
    say(input, '', true);
  }
}

export function listen() {
  document.addEventListener('input', (event) => {
    if (event.target.dataset.check && !event.isComposing) look(event.target, false);
  });
  document.addEventListener('focusout', (event) => {
    if (event.target.dataset && event.target.dataset.check && event.target.value) look(event.target, true);
  });
}
