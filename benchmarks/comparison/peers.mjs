// Runs other systems over labelled texts and writes what they find as JSON lines of spans (UTF-16 offsets), the format of `redact eval --peer`.
//
//   node peers.mjs SYSTEM DATASET.jsonl OUT.jsonl [ROUNDS]
//
// Prints the speed of the fastest of ROUNDS rounds (default 5) in characters a second. The first round, in which code is compiled, counts only
// when it is the only one.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const redactPii = {
  CREDENTIALS: 'secret', CREDIT_CARD_NUMBER: 'credit-card', EMAIL_ADDRESS: 'email', IP_ADDRESS: 'ip', PERSON_NAME: 'person', PASSWORD: 'secret',
  PHONE_NUMBER: 'phone', STREET_ADDRESS: 'address', USERNAME: 'username', US_SOCIAL_SECURITY_NUMBER: 'us.ssn', ZIPCODE: 'address', URL: 'url',
  DIGITS: 'number',
};

const systems = {
  // The library gives back redacted text only: what stands between two replacements tells where they stood in the original.
  'redact-pii': () => {
    const { SyncRedactor } = require('redact-pii');
    const redactor = new SyncRedactor();
    return { run: async text => redactor.redact(text), spans: align };
  },
  openredaction: async () => {
    const { OpenRedaction } = await import('@openredaction/core');
    const redactor = new OpenRedaction({ redactionMode: 'placeholder' });
    return {
      run: text => redactor.detect(text),
      spans: (text, result) => result.detections.map(d => ({ start: d.position[0], end: d.position[1], entity: d.type, score: d.confidence ?? 1 })),
    };
  },
};

function align(text, redacted) {
  const parts = redacted.split(new RegExp(`(${Object.keys(redactPii).join('|')})`));
  const escaped = s => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp('^' + parts.map((p, i) => i % 2 ? '(.+?)' : escaped(p)).join('') + '$', 'sd').exec(text);
  if (!match) throw new Error('The redacted text cannot be laid over the original.');
  return parts.filter((_, i) => i % 2).map((token, i) => ({ start: match.indices[i + 1][0], end: match.indices[i + 1][1], entity: redactPii[token] }));
}

const [name, dataset, out, rounds = '5'] = process.argv.slice(2);
if (!systems[name] || !dataset || !out) {
  console.error(`usage: node peers.mjs ${Object.keys(systems).join('|')} DATASET.jsonl OUT.jsonl [ROUNDS]`);
  process.exit(2);
}
const texts = fs.readFileSync(dataset, 'utf8').split('\n').filter(l => l.trim()).map(l => JSON.parse(l).text);
const system = await systems[name]();
const characters = texts.reduce((n, t) => n + t.length, 0);
let best = 0, results = [];
for (let round = 0; round < Number(rounds); round++) {
  const started = process.hrtime.bigint();
  results = [];
  for (const text of texts) results.push(await system.run(text));
  const speed = characters / (Number(process.hrtime.bigint() - started) / 1e9);
  if (round > 0 || Number(rounds) === 1) best = Math.max(best, speed);
}
let unreadable = 0;
fs.writeFileSync(out, texts.map((text, i) => {
  let spans = [];
  try { spans = system.spans(text, results[i]); } catch { unreadable++; }
  return JSON.stringify({ text, spans }) + '\n';
}).join(''));
console.log(`${name}: ${Math.round(best)} characters a second, ${texts.length} texts${unreadable ? `, ${unreadable} without spans because its output cannot be laid over the text` : ''}`);
