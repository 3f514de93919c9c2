// Links that nobody means well with: five hundred, the same in every run.

const KEYS = ['tab', 'state', 'power', 'category', 'kind', 'source', 'at', 'map', 'claim', 'place', 'entity', 'dyad', 'theme'];
const STRANGE_KEYS = ['__proto__', 'constructor', 'toString', 'onload', '<b>', '%00', '%', '%E2%80%AE', 'state[]', '..%2F..%2F', 'javascript:pwned=1'];
const VALUES = [
  // Wrong types and sizes.
  'soon', '-1', '1e999', 'NaN', 'null', 'undefined', '[object Object]', '~~~~', '999999999999999999999', '0x10', '1~2~3~4~5', 'true', '',
  'x'.repeat(3000), '~'.repeat(3000), '9'.repeat(400), 'KZ~'.repeat(900) + '!',
  // Signs that are not seen, or turn the line round.
  '%00', '%0A%0D%09', '%1B%5B31m', '%7F', '%E2%80%AE%E2%81%A6live', '%EF%BB%BF', '%ED%A0%80', '%FF%FE', '%', '%zz', '%C3', '%F0%9F%92%A3',
  // Markup, bare and encoded once and twice.
  '<script>window.pwned=1</script>', '%3Cscript%3Ewindow.pwned=1%3C/script%3E', '%253Cscript%253Ewindow.pwned%253D1%253C%252Fscript%253E',
  '%22%3E%3Cimg%20src=x%20onerror=window.pwned=1%3E', '%27%20onmouseover=%27window.pwned=1', '%3Csvg/onload=window.pwned=1%3E', 'javascript:window.pwned=1',
  '%3Ciframe%20srcdoc=%22%3Cscript%3Eparent.pwned=1%3C/script%3E%22%3E', '%22%20style=%22position:fixed;inset:0%22%20autofocus%20onfocus=%22window.pwned=1',
  '%7B%7Bconstructor.constructor(%27window.pwned=1%27)()%7D%7D', '${window.pwned=1}', '%3C!--', ']]%3E', '&amp;lt;script&amp;gt;', 'https://example.org/', '//example.org/x.js',
  'data:text/html,%3Cscript%3Eparent.pwned=1%3C/script%3E', '../../../etc/passwd', '%2e%2e%2f', "';DROP TABLE claims;--",
];

/** The queries, without their question mark. In each something has to be dropped. */
export function hostileLinks() {
  const links = KEYS.flatMap((key) => VALUES.map((value) => `${key}=${value}`));
  links.push(...STRANGE_KEYS.map((key) => `${key}=1`));
  links.push(...KEYS.map((key) => `${key}=${VALUES[0]}&${key}=${VALUES[30]}&${key}=2`));
  links.push('&&&&=&==&', '?'.repeat(50), Array.from({ length: 1500 }, (_, i) => `k${i}=${i}`).join('&'), `state=${'%2541'.repeat(700)}`, '='.repeat(4000), 'state=KZ&state=KZ');
  // The smallest share is left out, evenly: which, is the same in every run.
  const wanted = 500;
  return Array.from({ length: wanted }, (_, at) => links[Math.floor((at * links.length) / wanted)]);
}
